package org.sipsleuth.app.workbench.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CompilerThreadsTest {

    /// Where a line of /proc/…/stat tells a thread's policy, counted behind its name (proc(5)).
    private static final int POLICY = 38;

    private static final String SCHED_BATCH = "3";

    @EnabledOnOs(OS.LINUX)
    @Test
    void compilersTakeNoRunningThreadsProcessorAndOthersStayAsTheyAre() throws IOException {
        String own = policy(stat(Path.of("/proc/thread-self")));

        CompilerThreads.giveWay();

        assertThat(compilerPolicies()).isNotEmpty().containsOnly(SCHED_BATCH);
        assertThat(policy(stat(Path.of("/proc/thread-self")))).isEqualTo(own);
    }

    private static List<String> compilerPolicies() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.map(CompilerThreadsTest::stat)
                    .filter(stat -> stat.matches("(?s)\\d+ \\(C[12] Compiler.*"))
                    .map(CompilerThreadsTest::policy)
                    .toList();
        }
    }

    private static String policy(String stat) {
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[POLICY];
    }

    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException e) {
            return ""; // it has ended
        }
    }
}
