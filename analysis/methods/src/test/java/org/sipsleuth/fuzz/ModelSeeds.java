package org.sipsleuth.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.TestModel;

/// Sound models, each behind a byte that says how much of it is hostile.
final class ModelSeeds {

    /// All of the file.
    static final byte FILE = 0;

    /// Its facts, behind which the arrays of a sound model follow.
    static final byte FACTS = 1;

    /// All of the file, but whoever changed it made the checksums fit.
    static final byte MENDED = 2;

    private ModelSeeds() {}

    static List<byte[]> all() {
        byte[] file = TestModel.bytes();
        byte[] bare = ModelFile.of(TestModel.facts(), List.of()).toBytes();
        return List.of(Seeds.after(FILE, file), Seeds.after(FILE, bare),
                Seeds.after(FACTS, TestModel.json().getBytes(StandardCharsets.UTF_8)), Seeds.after(MENDED, file),
                Seeds.after(MENDED, bare));
    }
}
