"""Logging: structlog for us and for the libraries, JSON unless a person watches."""

import logging
import logging.config
import re
import sys
import threading
from typing import Any, TextIO

import msgspec
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from streams.settings import Settings

#: Libraries that say at INFO what only their authors need; Faust speaks under the names of the modules that extend it.
_CHATTY = ("aiokafka", "faust", "mode", "aiohttp", "asyncio", "streams.agents.tables", "streams.app")

#: Libraries that say the same again and again while no broker answers, a disk is full or there is much to do; those of
#: them that say it with other numbers each time; and seconds after which they may again.
_PERSISTENT, _COUNTING, _SPELL = ("aiokafka", "faust", "mode"), ("faust", "mode"), 60.0

_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]


def dict_config(settings: Settings, stream: TextIO | None = None) -> dict[str, Any]:
    """Return the configuration of the standard library's logging, which Faust sets up itself when it runs a worker.

    Args:
        settings: Level and format.
        stream: Where to write; standard error if missing, since standard output is for results.
    """
    target = sys.stderr if stream is None else stream
    quiet = max(logging.WARNING, logging.getLevelName(settings.log_level))
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"musnad": {"()": _formatter, "pretty": is_pretty(settings, target)}},
        "filters": {"seldom": {"()": Seldom}},
        "handlers": {
            "musnad": {
                "class": "logging.StreamHandler",
                "stream": target,
                "formatter": "musnad",
                "filters": [] if settings.log_level == "DEBUG" else ["seldom"],
            }
        },
        "loggers": {name: {"level": quiet} for name in _CHATTY},
        "root": {"level": settings.log_level, "handlers": ["musnad"]},
    }


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Set up logging for this process, once and for all libraries.

    Args:
        settings: Level and format.
        stream: Where to write; standard error if missing.
    """
    logging.config.dictConfig(dict_config(settings, stream))
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


class Seldom(logging.Filter):
    """Lets a line of a persistent library through that was not there within the last minute, and all of others."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Tell whether a line is new."""
        library = record.name.partition(".")[0]
        if library not in _PERSISTENT:
            return True
        line = f"{record.name} {record.levelname} {record.getMessage()}"
        if library in _COUNTING:
            line = re.sub(r"\d+", "#", line)
        if record.created - self._seen.get(line, -_SPELL) < _SPELL:
            return False
        self._seen = {known: at for known, at in self._seen.items() if record.created - at < _SPELL}
        self._seen[line] = record.created
        return True


def thread_ended(told: threading.ExceptHookArgs) -> None:
    """Log what ended a thread as one line among the others; for `threading.excepthook`."""
    if told.exc_type is not SystemExit:
        name = told.thread.name if told.thread else None
        structlog.stdlib.get_logger("musnad").error("thread ends", thread=name, exc_info=told.exc_value)


def is_pretty(settings: Settings, target: TextIO) -> bool:
    """Tell whether log lines are for people."""
    return settings.log_format == "console" or (settings.log_format == "auto" and target.isatty())


def _formatter(*, pretty: bool) -> logging.Formatter:
    final: list[Processor] = (
        [
            structlog.dev.ConsoleRenderer(
                pad_event_to=12,
                # Values of variables may be articles and passwords.
                exception_formatter=structlog.dev.RichTracebackFormatter(show_locals=False),
            )
        ]
        if pretty
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(serializer=_json)]
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*_SHARED, _from_library],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *final],
    )


def _json(event: EventDict, **_options: object) -> str:
    return msgspec.json.encode(event, enc_hook=repr).decode()


def _from_library(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    event["library"] = True
    return event
