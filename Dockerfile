# Built where there are compilers, since not every package has a wheel for every machine; run where there are none.
FROM python:3.11-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/musnad
WORKDIR /src
COPY .lock/run.txt .lock/run.txt
RUN /opt/musnad/bin/pip install -r .lock/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY schemas schemas
COPY streams streams
COPY seeds seeds
RUN /opt/musnad/bin/pip install --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="musnad" org.opencontainers.image.licenses="Apache-2.0"
RUN useradd --system --uid 10001 --user-group --create-home musnad \
    && install --directory --owner=musnad --group=musnad /var/lib/musnad
COPY --from=build /opt/musnad /opt/musnad
# The web port binds to all addresses of the container; which of them are reached from outside is the host's to say.
ENV PATH=/opt/musnad/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    MUSNAD_DATADIR=/var/lib/musnad/workers \
    MUSNAD_DATABASE=/var/lib/musnad/timelines.sqlite \
    MUSNAD_WEB_HOST=0.0.0.0
USER musnad
WORKDIR /home/musnad
VOLUME /var/lib/musnad
EXPOSE 6066
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f\"http://127.0.0.1:{os.environ.get('MUSNAD_WEB_PORT', '6066')}/healthz\", timeout=2)"]
ENTRYPOINT ["musnad"]
CMD ["worker"]
