"""The contract of Musnad: what its Kafka topics carry.

This package imports nothing else of ours and nothing of Kafka. A downstream consumer may depend on it alone.

- `text`: spans and extracts, the pointers that lead from every derived field to the raw text.
- `articles`, `quotations`, `events`, `lineage`, `timeline`, `status`: one module a family of messages.
- `folding`: Arabic letters folded one for one, and the words that identities are made of.
- `ids`, `ranks`: deterministic identities, and the order of the versions of an article.
- `registry`: every topic with its key, value, partitions and policy.
- `headers`: CloudEvents and dead-letter headers.
- `examples`: one article followed through every topic.
- `shapes`, `asyncapi`, `reference`, `generate`: JSON Schemas, AsyncAPI document and reference page made from all that.
"""
