package org.sipsleuth.bench;

import java.io.IOException;
import org.sipsleuth.bench.capture.CallCapture;
import org.sipsleuth.bench.capture.CaptureSettings;

/// Writes a capture of invented calls if it is not there, and prints where it is.
public final class WriteCapture {

    private WriteCapture() {}

    /// How many messages.
    public static void main(String[] args) throws IOException {
        CaptureSettings settings = CaptureSettings.signalling(Long.parseLong(args[0]));
        System.out.println(CallCapture.file(settings, Benchmarks.folder()));
    }
}
