"""The bench: what the stream costs, measured in one run on one machine.

Every figure that people ask for before they run a stream is measured here the same way each time: articles a second
without and with Kafka, records and bytes an article, latency, memory, and whether an article costs more when timelines
are long.
"""
