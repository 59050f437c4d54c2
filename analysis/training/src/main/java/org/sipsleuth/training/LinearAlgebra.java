package org.sipsleuth.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.sipsleuth.folder.LibraryFolder;

/// ND4J's native library, loaded and held to one thread.
///
/// More threads add in another order, so that the same seed would give other bits; on a busy
/// machine they are slower by far, too.
final class LinearAlgebra {

    /// Where JavaCPP unpacks the native libraries of ND4J, 110 MB; else below the home folder.
    private static final String UNPACKED = "org.bytedeco.javacpp.cachedir";

    static {
        // Out of memory, DL4J would write a report into the working directory, where captures may
        // lie.
        CrashReportingUtil.crashDumpsEnabled(false);
        loadFromOwnFolder();
        Nd4j.getEnvironment().setMaxMasterThreads(1);
        Nd4j.getEnvironment().setMaxThreads(1);
        NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(1);
        Nd4j.getNDArrayFactory().blas().setMaxThreads(1);
    }

    private LinearAlgebra() {}

    private static void loadFromOwnFolder() {
        try {
            LibraryFolder folder = LibraryFolder.of("javacpp");
            System.setProperty(UNPACKED, System.getProperty(UNPACKED, folder.path().toString()));
            // ND4J must have made something before its native operations can be asked for.
            Nd4j.create(1).close();
            folder.removeAtEnd();
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
    }

    /// Loads the library, the first time in about half a second.
    static void load() {
        // The work is done when this class is loaded.
    }

    /// Makes the first weights of a network. They come from a generator that all networks of the
    /// process share.
    static synchronized void initialise(MultiLayerNetwork net) {
        net.init();
    }
}
