# The image of AoBot: `docker build --build-arg COMMIT=$(git rev-parse HEAD) -t aobot .`
# Paths of the build stage are relative, so that .ci/run can follow the same lines without a container.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0
ARG ASPNET_IMAGE=mcr.microsoft.com/dotnet/aspnet:10.0

FROM ${SDK_IMAGE} AS build
ARG COMMIT=
WORKDIR /source
# First what decides the packages, so that a change of code restores nothing anew.
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY .config/BannedSymbols.txt .config/
COPY src/AoBot/AoBot.csproj src/AoBot/packages.lock.json src/AoBot/
COPY src/AoBot.Slack/AoBot.Slack.csproj src/AoBot.Slack/packages.lock.json src/AoBot.Slack/
RUN dotnet restore src/AoBot/AoBot.csproj --locked-mode
COPY appsettings.json manifest.json ./
COPY src/ src/
RUN dotnet publish src/AoBot/AoBot.csproj --configuration Release --no-restore --output ../app -p:SourceRevisionId=${COMMIT}
RUN mkdir ../data

FROM ${ASPNET_IMAGE} AS final
WORKDIR /app
COPY --from=build /app ./
# An unprivileged user by number, so that a platform can see that it is not root. The data volume is the only place it writes to.
COPY --from=build --chown=1654:1654 /data /data
USER 1654:1654
VOLUME /data
ENV ConnectionStrings__AoBot="Data Source=/data/aobot.db"
ENV SQLITE_TMPDIR=/data
ENV ASPNETCORE_HTTP_PORTS=8080
ENV DOTNET_EnableDiagnostics=0
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 CMD ["dotnet", "AoBot.dll", "health"]
ENTRYPOINT ["dotnet", "AoBot.dll"]
