package org.sipsleuth.app.workbench.chooser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.memory.Settings;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The directory in which a dialog of the system begins.
@ExtendWith(ApplicationExtension.class)
class LastFolderTest {

    private static final String KEY = "some.directory";

    @TempDir Path directory;
    private final BlockingQueue<Optional<File>> found = new LinkedBlockingQueue<>();
    private final CountDownLatch mounted = new CountDownLatch(1);

    @AfterEach
    void mount() {
        mounted.countDown();
    }

    private LastFolder folder(Predicate<File> disk) {
        Settings settings = new Settings(directory);
        settings.put(KEY, directory.toString());
        return new LastFolder(settings, KEY, disk, Thread::startVirtualThread);
    }

    /// Waits for the answer, but not on the JavaFX thread.
    private Optional<File> answer(LastFolder asked) throws InterruptedException {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> asked.find(found::add));
        return found.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void theDiskIsNotAskedOnTheThreadOfTheWindow() throws InterruptedException {
        BlockingQueue<Boolean> threads = new LinkedBlockingQueue<>();
        assertEquals(Optional.of(directory.toFile()),
                answer(folder(file -> threads.add(Platform.isFxApplicationThread()) && file.isDirectory())));
        assertFalse(threads.take());
    }

    @Test
    void aDirectoryThatIsGoneIsLeftOut() throws InterruptedException {
        assertEquals(Optional.empty(), answer(folder(_ -> false)));
    }

    @Test
    void aDiskThatDoesNotAnswerIsNotWaitedFor() throws InterruptedException {
        assertEquals(Optional.empty(), answer(folder(_ -> {
            awaitDisk();
            return true;
        })));
    }

    private void awaitDisk() {
        try {
            mounted.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
