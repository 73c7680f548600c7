# The bot as a container: dependencies from the lock with hashes, no compiler, no root, nothing written outside /data and /tmp.
# One question is answered while it is built: what the search reads is kept beside the knowledge, so every start has it.
# Where words in the folder were changed and not learned from, that is done here (twelve minutes or more), not at each start.
# Python's own image stands by its tag, not by a digest: each build takes what Debian has mended since the last one.
# Build: docker build -t veilederen .      Try: docker run --rm --read-only --tmpfs /tmp --tmpfs /data:uid=10001 veilederen python -m bot check
FROM python:3.11-slim AS dependencies
COPY requirements.lock /
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --only-binary=:all: --require-hashes -r /requirements.lock

FROM python:3.11-slim
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin veilederen \
 && install -d -o 10001 -g 10001 -m 0700 /data
COPY --from=dependencies /venv /venv
WORKDIR /app
COPY app.py ./
COPY bot ./bot
COPY dialogs ./dialogs
COPY knowledge ./knowledge
COPY manifest ./manifest
RUN /venv/bin/python -m compileall -q bot dialogs \
 && (/venv/bin/python -m bot.answers.edited_danger || /venv/bin/python -m bot.answers.acute_model) \
 && /venv/bin/python -m bot ask "Når skal jeg melde?" > /dev/null
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    VEILEDEREN_HOST=0.0.0.0 \
    VEILEDEREN_PORT=3978 \
    VEILEDEREN_DATA=/data \
    VEILEDEREN_KNOWLEDGE=/app/knowledge
USER 10001:10001
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:3978/healthz', timeout=4)"]
CMD ["python", "-m", "bot", "serve"]
