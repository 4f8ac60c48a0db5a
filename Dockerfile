# Build: everything, compiled. Of the scripts of packages one is run, which compiles SQLite, against the headers that
# come with Node; `prepare` would build too early.
FROM node:22-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
RUN npm_config_nodedir=/usr/local npm rebuild better-sqlite3 --build-from-source
COPY tsconfig.json tsconfig.build.json ./
COPY knowledge ./knowledge
COPY bot ./bot
COPY adapters ./adapters
RUN npm run build && npm prune --omit=dev --ignore-scripts

# Run: what was compiled and what it needs, as a user without rights.
FROM node:22-bookworm-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN install -d -o node -g node /data
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json LICENSE README.md ./
USER node
VOLUME /data
EXPOSE 3000
# Ready means that questions are answered on at least one platform.
HEALTHCHECK --start-period=30s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/adapters/main.js"]
