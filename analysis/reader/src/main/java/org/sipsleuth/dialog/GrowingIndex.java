package org.sipsleuth.dialog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.part.BlockSource;
import org.sipsleuth.dialog.part.BlockWork;

/// The index of files that are still being written, such as those of a ring: what was added since
/// the last time is read, and [#index] returns the messages so far.
///
/// Consecutive files are one capture. Used by one thread.
public final class GrowingIndex {

    private final List<FileScan> scans = new ArrayList<>();
    private final List<FileScan.MessageCount> counts = new CopyOnWriteArrayList<>(); // summed by the other thread
    private final IndexBuilder builder = new IndexBuilder(true);
    private final BlockSource source = new BlockWork(1); // what comes live is read at once
    private final IndexPipeline pipeline = new IndexPipeline(builder, counts, source);

    /// Adds the file that was written after those before.
    ///
    /// @param keys open TLS; those that the capture carries are added
    public void add(CaptureFile capture, KeyLog keys) throws IOException {
        FileScan scan = new FileScan(scans.size(), capture, keys, source);
        if (!scans.isEmpty() && scans.getLast().mayGoOn()) {
            scan.goOnFrom(scans.getLast());
        } else {
            finish();
            scan.begin(pipeline);
        }
        if (!scans.isEmpty()) {
            scan.follows(scans.getLast());
        }
        scans.add(scan);
        counts.add(scan.count());
    }

    /// Reads what was added to a file since the last time.
    ///
    /// @param file its 0-based place
    /// @return whether there were frames
    public boolean read(int file) {
        FileScan scan = scans.get(file);
        long frames = scan.frames();
        while (scan.next()) {
            scan.read();
        }
        return scan.frames() > frames;
    }

    /// Ends the capture: no frame will be added, and what waits for further segments is abandoned.
    public void finish() {
        if (!scans.isEmpty()) {
            scans.getLast().finish();
        }
    }

    /// All messages and dialogs so far.
    ///
    /// @param growing whether frames will be added
    public SipIndex index(boolean growing) {
        pipeline.flush();
        return builder.index(scans, growing);
    }
}
