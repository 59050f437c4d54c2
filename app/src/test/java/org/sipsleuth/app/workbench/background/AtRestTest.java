package org.sipsleuth.app.workbench.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process whose only work is to be at rest, twice.
final class AtRestTest {

    @TempDir private Path folder;

    /// What the processes of the test run.
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) throws IOException {
            AtRest.begin();
            AtRest.begin();
            ProcessHandle.current().children().forEach(each -> each.onExit().join()); // the program itself does not wait
            System.out.println("answered");
        }
    }

    @Test
    void theProgramOfTheStartScriptRunsOnceWithTheSameJava() throws IOException, InterruptedException {
        Path ran = folder.resolve("ran");
        Path program = folder.resolve("a program");
        Files.writeString(program, "#!/bin/sh\necho noise\necho \"$JAVA_HOME\" >>'" + ran + "'\n");
        assertTrue(program.toFile().setExecutable(true));
        assertEquals("answered", run("-Dsipsleuth.at-rest=" + program));
        assertEquals(List.of(System.getProperty("java.home")), Files.readAllLines(ran));
    }

    @Test
    void withoutAProgramNothingHappens() throws IOException, InterruptedException {
        assertEquals("answered", run("-Dsipsleuth.at-rest="));
        assertEquals("answered", run("-Dsipsleuth.at-rest=" + folder.resolve("missing")));
    }

    private static String run(String option) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), option,
                "-cp", System.getProperty("java.class.path"), Program.class.getName()).redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes()).strip();
        assertEquals(0, process.waitFor(), out);
        return out;
    }
}
