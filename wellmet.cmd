@echo off
rem Finds a JDK 25, builds what is missing, runs. "wellmet help" says what there is.
setlocal enabledelayedexpansion
set "CAME_FROM=%CD%"
cd /d "%~dp0"
set "BUILT=server\target\run"
set "COMMAND=%~1"
if "%COMMAND%"=="" set "COMMAND=help"
if "%COMMAND%"=="run" goto run
if "%COMMAND%"=="evaluate" goto evaluate
if "%COMMAND%"=="refit" goto refit
if "%COMMAND%"=="test" goto test
echo wellmet run          build what has changed, start the server, say its address (Ctrl-C stops it)
echo wellmet run --demo   the same with a living community to try out, in a folder of its own
echo wellmet evaluate DIR measure the relevance model on a network of your own
echo wellmet refit        fit the weights of relevance to how invitations were answered here; --demo for the demo's folder
echo wellmet test         run every test
echo wellmet help         this text
echo.
echo Settings: wellmet.properties beside this file, or environment variables; docs\wellmet.properties lists them.
if "%COMMAND%"=="help" exit /b 0
exit /b 2

:run
call :find_jdk || exit /b 1
call :build || exit /b 1
if "%WELLMET_MEMORY%"=="" set "WELLMET_MEMORY=512m"
if "%WELLMET_DEMO_DATA%"=="" set "WELLMET_DEMO_DATA=data-demo"
set "OPTIONS=-Xmx%WELLMET_MEMORY% -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError"
if "%~2"=="--demo" set "OPTIONS=%OPTIONS% -Dwellmet.demo=true "-Dwellmet.data=%WELLMET_DEMO_DATA%""
echo Starting Wellmet (the first time, a database is made) 1>&2
"%JAVA_HOME%\bin\java" %OPTIONS% %WELLMET_JAVA_OPTIONS% -jar "%BUILT%\wellmet\wellmet.jar"
exit /b %ERRORLEVEL%

:evaluate
call :find_jdk || exit /b 1
call :build || exit /b 1
set "HERE=%CD%"
if "%WELLMET_MEMORY%"=="" set "WELLMET_MEMORY=1g"
cd /d "%CAME_FROM%"
"%JAVA_HOME%\bin\java" -Xmx%WELLMET_MEMORY% %WELLMET_JAVA_OPTIONS% -jar "%HERE%\%BUILT%\wellmet\wellmet.jar" %*
exit /b %ERRORLEVEL%

:refit
call :find_jdk || exit /b 1
call :build || exit /b 1
if "%WELLMET_MEMORY%"=="" set "WELLMET_MEMORY=512m"
if "%WELLMET_DEMO_DATA%"=="" set "WELLMET_DEMO_DATA=data-demo"
set "OPTIONS=-Xmx%WELLMET_MEMORY% -XX:+UseSerialGC"
set "REST=%*"
if "%~2"=="--demo" set "OPTIONS=%OPTIONS% -Dwellmet.demo=true "-Dwellmet.data=%WELLMET_DEMO_DATA%"" & set "REST=refit"
"%JAVA_HOME%\bin\java" %OPTIONS% %WELLMET_JAVA_OPTIONS% -jar "%BUILT%\wellmet\wellmet.jar" %REST%
exit /b %ERRORLEVEL%

:test
call :find_jdk || exit /b 1
call :find_maven
call %MAVEN% -B -ntp --fail-at-end verify
exit /b %ERRORLEVEL%

:find_jdk
for %%J in ("%WELLMET_JAVA_HOME%" "%JAVA_HOME%") do call :try_jdk %%J && exit /b 0
for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%USERPROFILE%\.jdks\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk*") do call :try_jdk "%%~J" && exit /b 0
echo Wellmet needs a JDK 25 or later, and there is none in the usual places. To get one: 1>&2
echo   winget install EclipseAdoptium.Temurin.25.JDK 1>&2
echo If it lies elsewhere, name its folder in WELLMET_JAVA_HOME. 1>&2
exit /b 1

:try_jdk
if "%~1"=="" exit /b 1
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
for /f "tokens=2 delims==. " %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "FOUND=%%~V"
set "FOUND=%FOUND:"=%"
if %FOUND% LSS 25 exit /b 1
set "JAVA_HOME=%~1"
exit /b 0

:find_maven
where mvn >nul 2>nul && (set "MAVEN=mvn") || (set "MAVEN=mvnw.cmd")
exit /b 0

:build
powershell -NoProfile -Command "if (-not (Test-Path '%BUILT%\finished')) { exit 1 }; $t = (Get-Item '%BUILT%\finished').LastWriteTime; if (Get-ChildItem -Recurse pom.xml, graph\pom.xml, graph\src\main, server\pom.xml, server\src\main | Where-Object { $_.LastWriteTime -gt $t }) { exit 1 }" && exit /b 0
call :find_maven
if not exist target mkdir target
echo Building Wellmet (the first time, libraries are fetched) 1>&2
call %MAVEN% -B -ntp -q -Pquick -pl server -am package >target\build.log 2>&1
if errorlevel 1 (
  type target\build.log 1>&2
  exit /b 1
)
echo built> "%BUILT%\finished"
exit /b 0
