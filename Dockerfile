# Proofdesk in a container. The desk lives in a volume:
#   docker build -t proofdesk .
#   docker run -d --name proofdesk --init --restart unless-stopped --stop-timeout 120 \
#     --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
#     -v "$PWD/desk:/desk" --user "$(id -u):$(id -g)" proofdesk
# Then drop documents into ./desk/inbox/<client>/. On macOS and Windows, where a folder of the host is shared into the
# container, keep the ledger in a volume of its own: -v proofdesk-data:/desk/.proofdesk. Changes of a shared inbox are
# not told there; it is looked at every 30 seconds.
# LibreOffice is not in this image: old Word documents (.doc) go into quarantine.

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# Node.js itself is in the image already, so the optional packages that carry it are left out.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production \
    NODE_DISABLE_COMPILE_CACHE=1 \
    PROOFDESK_DESK=/desk \
    PROOFDESK_MONITOR_PORT=9817
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json README.md LICENSE ./
COPY pipelines pipelines
COPY dictionaries dictionaries
COPY translations translations
COPY templates templates
COPY fixtures/sample fixtures/sample
COPY src src
RUN mkdir /desk && chown node:node /desk
USER node
VOLUME /desk
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9817/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/main.ts"]
CMD ["run"]
