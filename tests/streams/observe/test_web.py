"""The web port: what it answers before, while and after a worker waits, and when it cannot be had."""

import json
import socket
import struct
import threading
from collections.abc import Iterator
from http.client import RemoteDisconnected
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from streams.agents.departure import Departure
from streams.broker import free_port
from streams.errors import MusnadError
from streams.observe.health import Health
from streams.observe.web import Web
from streams.settings import Settings


@pytest.fixture
def web() -> Iterator[Web]:
    """An open port."""
    found = Web(Settings(web_port=free_port()))
    found.open()
    yield found
    found.close()


def ask(web: Web, page: str) -> tuple[int, str]:
    """Status and body of a page."""
    try:
        with urlopen("http://{}:{}/{}".format(*web._address, page)) as answer:  # noqa: S310, SLF001
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()


def test_readyz_tells_what_a_worker_waits_for(web: Web) -> None:
    """From the start, and hindrances before what is asked for."""
    assert ask(web, "readyz") == (503, '{"status":"waiting","reasons":["starting"],"left":{}}')
    web.health.look(lambda: "recovering tables")
    web.health.hinder("disk", "no room")
    web.health.hinder("disk of events", "no room")
    assert json.loads(ask(web, "readyz")[1])["reasons"] == ["no room", "recovering tables"]
    web.health.look(lambda: None)
    web.health.clear("disk")
    web.health.clear("disk of events")

    assert ask(web, "readyz") == (200, '{"status":"ready","reasons":[],"left":{}}')
    web.health.look(lambda: None, spare=lambda: True)
    assert ask(web, "readyz") == (200, '{"status":"standing by","reasons":[],"left":{}}')
    web.health.hinder("disk", "no room")
    web.health.left = lambda: {"quotes": 7}
    assert ask(web, "readyz") == (503, '{"status":"waiting","reasons":["no room"],"left":{"quotes":7}}')


def test_other_pages(web: Web) -> None:
    """Metrics, life, and a page that is not there."""
    assert ask(web, "healthz") == (200, '{"status":"alive"}')
    assert "musnad_articles_total" in ask(web, "metrics?x=1")[1]
    assert ask(web, "else")[0] == 404


def test_who_asks_beside_another_sees_whole_metrics(web: Web) -> None:
    """While one measures, which begins with forgetting, another one waits."""
    inside, at_once, begun = 0, [], threading.Semaphore(0)

    def measure() -> None:
        nonlocal inside
        inside += 1
        at_once.append(inside)
        begun.acquire(timeout=0.2)
        inside -= 1

    web.measure(measure)
    asking = [threading.Thread(target=ask, args=(web, "metrics")) for _ in range(3)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()

    assert at_once == [1, 1, 1]


def test_a_client_that_hangs_up_leaves_no_traceback(web: Web, capfd: pytest.CaptureFixture[str]) -> None:
    """What fails on our side is one line of the log; who no longer wants an answer is none."""
    asked, gone, failed = threading.Event(), threading.Event(), threading.Event()

    def wait() -> None:
        asked.set()
        assert gone.wait(10)

    def fail() -> None:
        failed.set()
        raise RuntimeError("broken gauge")

    web.measure(wait)
    with socket.create_connection(web._address) as client:  # noqa: SLF001
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # it resets, as who is killed
        client.sendall(b"GET /metrics HTTP/1.0\r\n\r\n")
        assert asked.wait(10)
    gone.set()
    web.measure(fail)
    with pytest.raises(RemoteDisconnected):
        ask(web, "metrics")
    for thread in threading.enumerate():
        if "process_request" in thread.name:
            thread.join(10)

    told = capfd.readouterr()
    assert "web port fails" in told.out
    assert "broken gauge" in told.out
    assert "ConnectionResetError" not in told.out + told.err
    assert "Exception occurred" not in told.err


def test_a_port_that_is_taken_is_named(web: Web) -> None:
    """And a second opening of one's own port does nothing."""
    web.open()

    with pytest.raises(MusnadError, match="cannot be had"):
        Web(Settings(web_port=web._address[1])).open()  # noqa: SLF001


def test_no_port_is_opened_where_none_is_wanted() -> None:
    """Port 0 is none."""
    web = Web(Settings(web_port=0))
    web.open()

    assert web._server is None  # noqa: SLF001


def test_a_hindrance_is_told_once(capsys: pytest.CaptureFixture[str]) -> None:
    """The log has a line when it begins and one when it is over, with its seconds; the newest reason counts."""
    times = iter([1.0, 4.5])
    health = Health(lambda: next(times))
    health.look(lambda: None)
    health.clear("broker")
    health.hinder("broker", "silent")
    health.hinder("broker", "gone")
    assert health.reasons == ["gone"]
    health.clear("broker")

    told = capsys.readouterr().out.splitlines()
    assert ["worker waits" in line for line in told] == [True, False]
    assert "silent" in told[0]
    assert "seconds=3.5" in told[1]


def test_a_departure_that_takes_too_long_is_cut(capsys: pytest.CaptureFixture[str]) -> None:
    """A worker that cannot finish ends all the same, once."""
    ended: list[int] = []
    gone = threading.Event()

    def end(code: int) -> None:
        ended.append(code)
        gone.set()

    departure = Departure(end, alone=lambda: True, limit=0.05)
    departure.look(lambda: {"articles.raw": 3, "articles.quoted": 2})
    assert not departure.begun
    departure.begin()
    departure.begin()

    assert departure.begun
    assert gone.wait(10)
    assert ended == [1]
    told = capsys.readouterr().out.splitlines()
    assert ["worker ends soon" in line for line in told] == [True, False]
    assert "no broker answers, and 2 records of articles.quoted, 3 records of articles.raw are not committed" in told[0]
    assert "others do 2 records of articles.quoted, 3 records of articles.raw again" in told[1]


def test_a_worker_without_a_broker_that_has_nothing_in_hand_ends_at_once() -> None:
    """What it finished is committed, and nobody can be told that it leaves; while one answers it leaves as ever."""
    ended: list[int] = []
    gone, silent = threading.Event(), threading.Event()
    held = {"articles.raw": 3}

    def end(code: int) -> None:
        ended.append(code)
        gone.set()

    departure = Departure(end, silent.is_set)
    departure.look(lambda: held)
    departure.begin()
    assert not gone.wait(0.3)
    silent.set()
    assert not gone.wait(0.3)
    held.clear()

    assert gone.wait(5)
    assert ended == [0]
