@echo off
rem The bootstrap for Windows: finds a JDK, builds the command where it is missing, and becomes it.
setlocal EnableExtensions EnableDelayedExpansion
set "ROOT=%~dp0"
set "JDK="
set "NEWEST=20"
if defined JAVA_HOME call :consider "%JAVA_HOME%"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D"
if not defined JDK (
  echo edge: no JDK 21 or newer is found: install one ^(https://adoptium.net^) or set JAVA_HOME 1>&2
  exit /b 1
)
set "JAVA_HOME=%JDK%"
if not exist "%ROOT%cli\target\cli.jar" (
  echo edge: builds the command itself 1>&2
  pushd "%ROOT%"
  call mvn -q -B -ntp -Dmaven.test.skip -pl cli -am package || exit /b 1
  popd
)
"%JDK%\bin\java" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dedge.root=%ROOT:~0,-1%" "-Dedge.here=%CD%" -cp "%ROOT%cli\target\cli.jar;%ROOT%cli\target\lib\*" edgeai.cli.Edge %*
exit /b %ERRORLEVEL%

:consider
if not exist "%~1\bin\javac.exe" exit /b 0
set "MAJOR=0"
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do set "MAJOR=%%~V"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% gtr %NEWEST% (
  set "JDK=%~1"
  set "NEWEST=%MAJOR%"
)
exit /b 0
