@echo off
rem The bootstrap for Windows: finds a Java, builds the command where it is missing, and becomes it.
setlocal EnableExtensions EnableDelayedExpansion
set "ROOT=%~dp0"
set "ADVICE=install one (https://adoptium.net) or set JAVA_HOME"
call :find javac.exe
set "JDK=%FOUND%"
set "JAVA=%FOUND%"
if defined EDGE_JAVA (
  set "FOUND="
  set "NEWEST=20"
  call :consider "%EDGE_JAVA%" java.exe
  if not defined FOUND (
    echo edge: EDGE_JAVA names no Java 21 or newer: %EDGE_JAVA% 1>&2
    exit /b 1
  )
  set "JAVA=%EDGE_JAVA%"
)
if not defined JAVA (
  call :find java.exe
  set "JAVA=!FOUND!"
)
if not defined JAVA (
  echo edge: no Java 21 or newer is found: !ADVICE! 1>&2
  exit /b 1
)
if not exist "%ROOT%cli\target\cli.jar" (
  if not defined JDK (
    echo edge: the command itself has to be built, and no JDK 21 or newer is found, only a Java runtime in !JAVA!: !ADVICE! 1>&2
    exit /b 1
  )
  echo edge: builds the command itself 1>&2
  set "JAVA_HOME=!JDK!"
  pushd "%ROOT%"
  call mvn -q -B -ntp -Dmaven.test.skip -Dbootstrap -pl cli -am package
  if errorlevel 1 exit /b 1
  popd
)
if defined JDK set "JAVA_HOME=%JDK%"
"%JAVA%\bin\java.exe" -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dedge.root=%ROOT:~0,-1%" "-Dedge.here=%CD%" -cp "%ROOT%cli\target\cli.jar;%ROOT%cli\target\lib\*" edgeai.cli.Edge %*
exit /b %ERRORLEVEL%

rem find PROGRAM: sets FOUND to the newest Java of 21 or newer that has it
:find
set "FOUND="
set "NEWEST=20"
if defined JAVA_HOME call :consider "%JAVA_HOME%" %1
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Amazon Corretto\*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\*" "%USERPROFILE%\.jdks\*") do call :consider "%%~D" %1
exit /b 0

:consider
if not exist "%~1\bin\%2" exit /b 0
set "VERSION="0""
for /f "usebackq tokens=1* delims==" %%K in ("%~1\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%L"
set "MAJOR=0"
for /f "delims=." %%V in (%VERSION%) do set "MAJOR=%%V"
if %MAJOR% gtr %NEWEST% (
  set "FOUND=%~1"
  set "NEWEST=%MAJOR%"
)
exit /b 0
