# syntax=docker/dockerfile:1

# Builds a release as `npm pack` makes it, and installs what it needs to serve.
FROM node:24-bookworm-slim AS release
WORKDIR /src
COPY package.json package-lock.json ./
COPY tools tools
RUN npm ci
COPY . .
RUN npm pack \
    && mkdir /app \
    && tar --extract --gzip --file lich-truc-*.tgz --directory /app --strip-components 1
WORKDIR /app
RUN npm ci --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
    ROTA_HOST=0.0.0.0
WORKDIR /app
COPY --from=release /app .
# Database, key and backups; the rest of the image may be read-only.
RUN install --directory --owner node --group node --mode 0700 var
USER node
VOLUME /app/var
EXPOSE 8027
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["node", "-e", "fetch('http://127.0.0.1:8027/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
