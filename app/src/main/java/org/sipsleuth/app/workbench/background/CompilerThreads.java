package org.sipsleuth.app.workbench.background;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads of the JVM's compilers. The window's own thread wakes them while it works, and on
/// Linux a thread that wakes up may take the processor of the one that woke it: what is chosen then
/// waits for milliseconds. Threads of `SCHED_BATCH` take no running thread's processor when they
/// wake up, and get as much of it as before (sched(7)).
public final class CompilerThreads {

    private static final Logger LOG = LoggerFactory.getLogger(CompilerThreads.class);

    private static final Path THREADS = Path.of("/proc/self/task");

    /// Linux cuts the names of threads after fifteen letters.
    private static final String NAMES = "C[12] Compiler.*";

    private static final int SCHED_BATCH = 3;

    private CompilerThreads() {}

    /// Has them take no processor from running threads, where the system is Linux; elsewhere they
    /// stay as they are. Those that they start later do as they do.
    public static void giveWay() {
        Linker.nativeLinker()
                .defaultLookup()
                .find("sched_setscheduler")
                .ifPresent(CompilerThreads::giveWay);
    }

    @SuppressWarnings("restricted") // the C library's own function, as its header describes it
    private static void giveWay(MemorySegment address) {
        MethodHandle setScheduler =
                Linker.nativeLinker()
                        .downcallHandle(
                                address,
                                FunctionDescriptor.of(
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.JAVA_INT,
                                        ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined();
                DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            MemorySegment priority = arena.allocate(ValueLayout.JAVA_INT); // 0: there is no other
            for (Path thread : threads) {
                if (name(thread).matches(NAMES)) {
                    int id = Integer.parseInt(thread.getFileName().toString());
                    if ((int) setScheduler.invokeExact(id, SCHED_BATCH, priority) != 0) {
                        LOG.debug("The thread {} of a compiler stays as it is", id);
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("The threads of the compilers stay as they are", e);
        } catch (Throwable e) { // what method handles declare
            throw new IllegalStateException(e);
        }
    }

    private static String name(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).strip();
        } catch (IOException e) {
            return ""; // it has ended
        }
    }
}
