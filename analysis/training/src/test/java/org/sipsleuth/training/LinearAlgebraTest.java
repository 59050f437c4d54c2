package org.sipsleuth.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.CrashReportingUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.folder.UserFolders;

class LinearAlgebraTest {

    @TempDir Path folder;

    @Test
    void itIsUnpackedWhereTheProgramKeepsItsFiles() throws IOException {
        LinearAlgebra.load();
        Path folder = Loader.getCacheDir().toPath();
        assertEquals(System.getProperty("org.bytedeco.javacpp.cachedir"), folder.toString());
        assertTrue(folder.equals(UserFolders.cache().resolve("native/javacpp")) // or, where no programs run there:
                || folder.getFileName().toString().startsWith("sipsleuth-"), folder::toString);
    }

    @Test
    void noReportIsWrittenWhenMemoryRunsOut() {
        LinearAlgebra.load();
        CrashReportingUtil.crashDumpOutputDirectory(folder.toFile());
        MultiLayerNetwork net = new MultiLayerNetwork(
                new NeuralNetConfiguration.Builder().list(new OutputLayer.Builder().nIn(2).nOut(2).build()).build());
        net.init();
        CrashReportingUtil.writeMemoryCrashDump(net, new OutOfMemoryError("seeded"));
        assertArrayEquals(new String[0], folder.toFile().list());
    }
}
