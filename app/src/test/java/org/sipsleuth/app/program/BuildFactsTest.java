package org.sipsleuth.app.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `--version` and the page about the program name.
class BuildFactsTest {

    @TempDir Path folder;

    private static BuildFacts of(Map<String, String> values, String packaged) {
        Properties all = new Properties();
        all.putAll(values);
        return BuildFacts.of("0.1.0", all, packaged);
    }

    @Test
    void commitTimeAndPackageAreNamed() {
        BuildFacts facts = of(Map.of("commit", "1a2b3c4d5e6f", "time", "2026-11-20T08:00:00Z"), "deb");
        assertEquals("0.1.0 (commit 1a2b3c4d5e6f of 2026-11-20T08:00:00Z, package (deb))", facts.line());
    }

    @Test
    void changesToTheCommitAreNamed() {
        assertEquals("commit 1a2b3c4d5e6f+changes, built from sources",
                of(Map.of("commit", "1a2b3c4d5e6f+changes"), "").detail());
    }

    @Test
    void whatTheBuildDidNotKnowIsLeftOut() {
        assertEquals("built from sources", of(Map.of("commit", "", "time", ""), "").detail());
        assertEquals(Optional.empty(), of(Map.of("commit", "${build.commit}"), "").commit());
    }

    @Test
    void aPackageIsAWordOnly() {
        assertEquals("built from sources", of(Map.of(), "a package of\nsomebody").kind());
    }

    @Test
    void theProgramHasSuchFacts() {
        assertTrue(BuildFacts.ofProgram().line().startsWith(BuildFacts.ofProgram().version() + " ("));
    }

    /// Asks the function of the build script.
    private String factsOfTheScript() throws IOException, InterruptedException {
        Path scripts = Path.of("src/main/sh").toAbsolutePath();
        Process process = new ProcessBuilder("sh", "-c",
                "home=$1; scripts=$2; . \"$2/build.sh\"; set_build_facts; printf %s \"$facts\"", "sh",
                folder.toString(), scripts.toString()).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return out;
    }

    private void git(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(java.util.stream.Stream
                .concat(java.util.stream.Stream.of("git", "-C", folder.toString()), java.util.stream.Stream.of(words))
                .toList());
        Map<String, String> environment = builder.environment();
        for (String whose : new String[]{"AUTHOR", "COMMITTER"}) {
            environment.put("GIT_" + whose + "_NAME", "Test");
            environment.put("GIT_" + whose + "_EMAIL", "test@example.org");
            environment.put("GIT_" + whose + "_DATE", "2026-01-02T05:04:05+02:00");
        }
        Process process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertEquals(0, process.waitFor());
    }

    @Test
    void theBuildNamesTheCommitItsTimeInUtcAndChanges() throws Exception {
        git("init");
        Files.writeString(folder.resolve("source"), "one");
        git("add", "source");
        git("commit", "-m", "One");
        String facts = factsOfTheScript();
        assertTrue(facts.matches("-Dbuild\\.commit=[0-9a-f]{12} -Dbuild\\.time=2026-01-02T03:04:05Z"), facts);
        assertEquals(facts, factsOfTheScript());
        Files.writeString(folder.resolve("source"), "two");
        assertEquals(facts.replace(" ", "+changes "), factsOfTheScript());
    }

    @Test
    void sourcesWithoutGitHaveNoCommit() throws Exception {
        assertEquals("", factsOfTheScript());
    }
}
