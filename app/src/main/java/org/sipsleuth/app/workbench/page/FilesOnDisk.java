package org.sipsleuth.app.workbench.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.sipsleuth.view.session.RunTask;

/// What the disk says about files that are listed.
///
/// @param missing how many do not exist
/// @param bytes the size of all; empty if one of them cannot be asked
/// @param changed when the last of them was changed
record FilesOnDisk(int missing, OptionalLong bytes, Optional<Instant> changed) {

    /// Asks the disk in the background. A network share that does not answer keeps nobody waiting:
    /// each question has a thread of its own.
    ///
    /// @param then gets the answer on the JavaFX thread
    static void look(List<Path> files, Consumer<FilesOnDisk> then) {
        RunTask<FilesOnDisk> task = new RunTask<>(_ -> of(files));
        task.setOnSucceeded(_ -> then.accept(task.getValue()));
        Thread.ofVirtual().name("sipsleuth-recent").start(task);
    }

    /// Asks the disk, and waits.
    static FilesOnDisk of(List<Path> files) {
        int missing = 0;
        boolean isKnown = true;
        long bytes = 0;
        Instant changed = Instant.EPOCH;
        for (Path file : files) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                bytes += attributes.size();
                Instant its = attributes.lastModifiedTime().toInstant();
                changed = its.isAfter(changed) ? its : changed;
            } catch (NoSuchFileException gone) {
                missing++;
            } catch (IOException unreadable) {
                isKnown = false;
            }
        }
        isKnown &= missing == 0;
        return new FilesOnDisk(missing, isKnown ? OptionalLong.of(bytes) : OptionalLong.empty(),
                isKnown ? Optional.of(changed) : Optional.empty());
    }
}
