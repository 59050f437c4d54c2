package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The start script where it needs no build.
final class StartScriptTest {

    private static final Path SCRIPT = Path.of("..", "sipsleuth").toAbsolutePath().normalize();

    @TempDir private Path folder;

    private record Outcome(int code, String out, String err) {}

    @Test
    void itFindsItsPartsThroughAChainOfLinks() throws IOException, InterruptedException {
        Path far = Files.createSymbolicLink(folder.resolve("far link"), SCRIPT);
        Path near = Files.createDirectory(folder.resolve("bin")).resolve("near");
        Files.createSymbolicLink(near, Path.of("..", far.getFileName().toString()));
        Outcome outcome = run(near, Map.of(), "doctor", "--help");
        Files.delete(far);
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().startsWith("Usage: ./sipsleuth doctor"), outcome.out());
    }

    @Test
    void theDoctorWorksWithoutPath() throws IOException, InterruptedException {
        Outcome outcome = run(SCRIPT, noJdk(), "doctor", "--format", "csv");
        assertEquals(1, outcome.code(), outcome.err());
        assertTrue(outcome.out().startsWith("item,needed_for,state,found,package\r\n"), outcome.out());
        assertTrue(outcome.out().contains("\"JDK 25\",everything,missing,\"\",\"temurin-25-jdk\""), outcome.out());
        assertTrue(outcome.out().contains("\"Maven 3.8 or newer\",everything,missing"), outcome.out());
        assertTrue(outcome.err().contains("apt-get install"), outcome.err());
    }

    @Test
    void theDoctorFindsTheJdkOfTheToolchains() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve(".m2"));
        Files.writeString(folder.resolve(".m2/toolchains.xml"),
                "<toolchains>\n<jdkHome> " + System.getProperty("java.home") + " </jdkHome></toolchains>");
        Outcome outcome = run(SCRIPT, noJdk(), "doctor", "--format", "json");
        assertTrue(outcome.out()
                .contains("{\"item\":\"JDK 25\",\"needed_for\":\"everything\",\"state\":\"ok\",\"found\":\""
                        + System.getProperty("java.home") + "\""),
                outcome.out());
    }

    @Test
    void aMissingJdkIsReportedWithItsCure() throws IOException, InterruptedException {
        Outcome outcome = run(SCRIPT, noJdk(), "info", "call.pcap");
        assertEquals(1, outcome.code());
        assertEquals("", outcome.out());
        assertTrue(outcome.err().contains("JDK 25 is missing"), outcome.err());
        assertTrue(outcome.err().contains("apt-get install -y temurin-25-jdk"), outcome.err());
    }

    @Test
    void helpOfWhatTheScriptDoesComesFromTheScript() throws IOException, InterruptedException {
        Outcome outcome = run(SCRIPT, Map.of(), "help", "doctor");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(outcome.out().startsWith("Usage: ./sipsleuth doctor"), outcome.out());
    }

    @Test
    void theDoctorWritesJsonLines() throws IOException, InterruptedException {
        Outcome outcome = run(SCRIPT, noJdk(), "doctor", "--format", "jsonl");
        assertTrue(outcome.out().startsWith("{\"item\":\"JDK 25\",\"needed_for\":\"everything\""), outcome.out());
        assertTrue(outcome.out().lines().allMatch(line -> line.endsWith("}")), outcome.out());
    }

    @Test
    void theDoctorRefusesWhatItDoesNotKnow() throws IOException, InterruptedException {
        assertEquals(2, run(SCRIPT, Map.of(), "doctor", "--cure").code());
        assertEquals(2, run(SCRIPT, Map.of(), "doctor", "--format", "xml").code());
    }

    /// A JDK that prints what it is started with, and a program that looks built.
    private Outcome started(String... arguments) throws IOException, InterruptedException {
        return started(Map.of(), arguments);
    }

    private Outcome started(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        for (String program : List.of("java", "javac")) {
            Path file = Files.writeString(jdk.resolve(program), "#!/bin/sh\necho \"$@\"\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve("start/target"));
        Path script = home.resolve("sipsleuth");
        if (!Files.exists(script)) {
            Files.copy(SCRIPT, script);
            Path options = Files.createDirectories(home.resolve("app/src/main/sh"));
            for (String part : List.of("place.sh", "options.sh", "start.sh")) {
                Files.copy(Path.of("src/main/sh", part), options.resolve(part));
            }
        }
        Files.createDirectories(home.resolve("start/target/run"));
        Files.writeString(home.resolve("start/target/run/commands"), StandardCommand.startFunction());
        Path stamp = home.resolve("start/target/sipsleuth.built");
        if (!Files.exists(stamp)) {
            Files.writeString(stamp, "");
        }
        Map<String, String> all = new HashMap<>(environment);
        all.put("JAVA_HOME", folder.resolve("jdk").toString());
        return run(script, all, arguments);
    }

    @Test
    void onlyTrainAndEvaluateHaveTheTrainingLibraryOnTheClassPath() throws IOException, InterruptedException {
        String jars = folder.resolve("home/start/target/run/training") + "/*";
        for (List<String> command : List.of(List.of("train", "--list"), List.of("evaluate", "--help"))) {
            Outcome outcome = started(command.toArray(String[]::new));
            assertTrue(outcome.out().contains(":" + jars), outcome.out() + outcome.err());
        }
        for (String command : List.of("info", "analyze", "beliefs", "live", "--dark")) {
            Outcome outcome = started(command);
            assertEquals(0, outcome.code(), outcome.err());
            assertFalse(outcome.out().contains(jars), outcome.out());
        }
        String window = started("--dark").out();
        assertTrue(window.contains("-Dsipsleuth.training=" + folder.resolve("home/start/target/run/training") + " "),
                window);
    }

    @Test
    void eachCommandIsStartedAsItsKind() throws IOException, InterruptedException {
        for (StandardCommand command : StandardCommand.values()) {
            if (command.start() != StartKind.SCRIPT) {
                String line = started(command.word(), "--help").out();
                assertTrue(line.endsWith(" org.sipsleuth.app.Main " + command.word() + " --help\n"), line);
                boolean isWindow = command.start() == StartKind.WINDOW;
                assertEquals(isWindow, line.contains("--add-modules=javafx"), line);
                assertEquals(command.start() == StartKind.READING, line.contains("LoopUnrollLimit"), line);
                assertEquals(command.start() == StartKind.SIMULATING, line.contains("UseParallelGC"), line);
            }
        }
    }

    /// A folder named as a command does not hide the command; a misspelled one reaches the command
    /// line, which suggests another.
    @Test
    void filesOpenTheWindowAndWordsAreCommands() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("case"));
        Files.createDirectory(folder.resolve("captures"));
        assertFalse(started("case", "info").out().contains("javafx"), "case info");
        assertTrue(started("captures").out().contains("--add-modules=javafx"), "captures");
        assertTrue(started("--once", "captures").out().contains("--add-modules=javafx"), "--once captures");
        assertFalse(started("mesages", "captures").out().contains("javafx"), "mesages captures");
        assertFalse(started("--once", "info", "captures").out().contains("javafx"), "--once info captures");
        assertFalse(started("-").out().contains("javafx"), "-");
        assertTrue(started().out().contains("--add-modules=javafx"), "nothing");
    }

    /// A Maven that prints its arguments, and makes the jar of the module.
    private Map<String, String> evaluationBuilder() throws IOException {
        Path home = folder.resolve("home");
        Path scripts = Files.createDirectories(home.resolve("app/src/main/sh"));
        for (String part : List.of("build.sh", "lock.sh")) {
            Files.copy(Path.of("src/main/sh", part), scripts.resolve(part));
        }
        Path jars = Files.createDirectories(home.resolve("analysis/evaluate/target/start"));
        Path maven = Files.createDirectory(folder.resolve("maven")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho \"$@\"\n: >'" + jars + "/sipsleuth-evaluate-1.jar'\n");
        assertTrue(maven.toFile().setExecutable(true));
        return Map.of("PATH", maven.getParent() + ":" + System.getenv("PATH"));
    }

    @Test
    void evaluateBuildsItsModuleWhenItIsFirstUsed() throws IOException, InterruptedException {
        Map<String, String> environment = evaluationBuilder();
        String sentence = "building the module evaluate";
        Outcome help = started(environment, "evaluate", "--help");
        assertFalse(help.err().contains(sentence), help.err());
        Outcome first = started(environment, "evaluate", "legs");
        assertEquals(1, first.err().lines().filter(line -> line.contains(sentence)).count(), first.err());
        assertTrue(first.out().endsWith("/start/target/run/evaluate/* org.sipsleuth.app.Main evaluate legs\n"),
                first.out());
        Path home = folder.resolve("home");
        assertEquals("-B -Dstart=evaluate -T 2 -pl analysis/evaluate -am package\n",
                Files.readString(home.resolve("start/target/sipsleuth.log")));
        assertTrue(Files.exists(home.resolve("start/target/run/evaluate/sipsleuth-evaluate-1.jar")), "the jar");
        assertEquals("", started(environment, "evaluate", "legs").err(), "it is built");
        Files.createDirectories(home.resolve("analysis/evaluate/src/main/changed"));
        assertEquals("", started(environment, "info").err(), "other commands do without it");
        Outcome changed = started(environment, "evaluate", "legs");
        assertTrue(changed.err().contains(sentence), changed.err());
    }

    @Test
    void cachesAreMadeAtRestUntilTheyExistOrCouldNotBeMade() throws IOException, InterruptedException {
        String program = "-Dsipsleuth.at-rest=";
        String script = program + folder.resolve("home/app/src/main/sh/train.sh") + " ";
        for (String first : List.of("info", "analyze", "--dark")) {
            assertTrue(started(first).out().contains(script), first);
        }
        Path target = folder.resolve("home/start/target");
        Files.writeString(target.resolve("sipsleuth.trained"), "");
        Files.writeString(target.resolve("sipsleuth-window.aot"), "");
        assertTrue(started("info").out().contains(program + " "), "none could be made for it");
        String window = started("--dark").out();
        assertTrue(window.contains("-XX:AOTCache=" + target.resolve("sipsleuth-window.aot")), window);
        assertFalse(window.contains(program), window);
    }

    private Map<String, String> noJdk() {
        return Map.of("PATH", "/nonexistent", "HOME", folder.toString(), "JAVA_HOME", "", "SIPSLEUTH_JDK_FOLDERS",
                folder.toString());
    }

    private Outcome run(Path script, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Outcome(code, Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
