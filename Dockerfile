# The image that web, worker, beat and migrate share (docker-compose.yml). PYTHON_IMAGE names its digest (script/images).
ARG PYTHON_IMAGE
FROM ${PYTHON_IMAGE}

# What WeasyPrint draws PDFs with, and what backups are encrypted with.
RUN apt-get update \
 && apt-get install -y --no-install-recommends age libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/*

RUN useradd --system --create-home --uid 10001 atensi
WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

COPY . .
ENV DJANGO_SETTINGS_MODULE=atensi.settings.prod HOST=0.0.0.0 PYTHONUNBUFFERED=1
RUN SECRET_KEY=only-while-building SITE_URL=https://only-while-building python -m ops.prepare files \
 && mkdir -p var/media var/keys var/seals var/ledger var/backups \
 && chown -R atensi var

USER atensi
EXPOSE 8000
