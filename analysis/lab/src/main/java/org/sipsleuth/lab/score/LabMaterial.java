package org.sipsleuth.lab.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// The captures that answers are marked with, each read when it is first needed.
public final class LabMaterial {

    private final Path lab;
    private final Optional<Path> teacher;
    private final RunMonitor monitor;
    private final Map<Path, SipIndex> read = new HashMap<>();

    /// @param lab the folder of the lab
    /// @param teacher the folder of the key with what the student does not have
    public LabMaterial(Path lab, Optional<Path> teacher, RunMonitor monitor) {
        this.lab = lab;
        this.teacher = teacher;
        this.monitor = monitor;
    }

    /// A capture of the lab.
    SipIndex capture(String file) throws IOException {
        return index(lab.resolve(file));
    }

    /// A capture that only the teacher has.
    SipIndex hidden(String file) throws IOException {
        return index(teacher.orElse(lab).resolve(file));
    }

    private SipIndex index(Path file) throws IOException {
        SipIndex known = read.get(file);
        if (known == null) {
            known = CaptureIndexer.read(List.of(file), monitor);
            read.put(file, known);
        }
        return known;
    }
}
