package org.sipsleuth.bench;

import org.sipsleuth.bench.capture.FloodCapture;

import java.io.IOException;
import java.util.Locale;

/// Writes a capture of a flood if it is not there, and prints where it is.
public final class WriteFlood {

    private WriteFlood() {}

    /// Which: `call-ids` or `half-open`.
    public static void main(String[] args) throws IOException {
        String name = args[0].toUpperCase(Locale.ROOT).replace('-', '_');
        System.out.println(FloodCapture.valueOf(name).file(Benchmarks.folder()));
    }
}
