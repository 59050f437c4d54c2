package org.sipsleuth.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.sipsleuth.capture.file.RegularFile;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.model.array.ArrayLayout;
import org.sipsleuth.model.array.DoubleArray;
import org.sipsleuth.model.array.FloatArray;
import org.sipsleuth.model.array.IntArray;
import org.sipsleuth.model.array.ModelArray;
import org.sipsleuth.text.NewerFormat;

/// A trained model as a file holds it: facts and arrays of numbers. Immutable; knows nothing of
/// what the numbers mean.
///
/// The file is a zip whose first entry, `facts.json`, says what follows (docs/MODELS.md).
public final class ModelFile {

    private final FactsMapping content;
    private final Map<String, ModelArray> arrays;
    private final long bytes;
    private final String sha256;

    ModelFile(FactsMapping content, List<ModelArray> arrays, long bytes, String sha256) {
        this.content = content;
        this.arrays = new LinkedHashMap<>();
        arrays.forEach(array -> this.arrays.put(array.layout().name(), array));
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    /// Reads a file to its end; keeps nothing of it open.
    ///
    /// @throws ModelFormatException if it is no model, is damaged, or is of a newer SipSleuth
    public static ModelFile read(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ModelFormatException("", "is not a file");
        }
        try (InputStream in = RegularFile.open(file)) {
            return ModelReader.read(in, Files.size(file));
        }
    }

    /// Reads a model out of memory.
    ///
    /// @throws ModelFormatException if it is no model, is damaged, or is of a newer SipSleuth
    public static ModelFile read(byte[] bytes) throws ModelFormatException {
        try {
            return ModelReader.read(new ByteArrayInputStream(bytes), bytes.length);
        } catch (ModelFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException("memory was read", e);
        }
    }

    /// Reads a model that the program ships. All of it is in memory for a moment, so it must not
    /// come from elsewhere.
    ///
    /// @throws ModelFormatException if it is no model, is damaged, or is of a newer SipSleuth
    public static ModelFile read(InputStream shipped) throws IOException {
        return read(shipped.readAllBytes());
    }

    /// A model out of what a trainer found.
    ///
    /// @throws IllegalArgumentException if two arrays have one name, all are larger than 1 GiB, a
    ///     number is not finite, or the facts are too many, too long or too deep to be read again
    public static ModelFile of(ModelFacts facts, List<ModelArray> arrays) {
        for (ModelArray array : arrays) {
            OptionalInt place = array.firstNotFinite();
            if (place.isPresent()) {
                throw new IllegalArgumentException(
                        "%s: value %d is not finite".formatted(array.layout().name(), place.getAsInt()));
            }
        }
        FactsMapping content = new FactsMapping(facts, arrays.stream().map(ModelArray::layout).toList());
        FactsJson.checkReadable(content.toFacts());
        MessageDigest digest = digest();
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            long bytes = ModelWriter.write(content, arrays, out);
            return new ModelFile(content, arrays, bytes, hex(digest));
        } catch (IOException e) {
            throw new IllegalStateException("nothing was written", e);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Writes this model. The file has the SHA-256 of this model, unless another program packed
    /// what was read; to keep such a file as it is, copy it.
    public void writeTo(OutputFile file) throws IOException {
        file.write(this::write);
    }

    /// The bytes of its file.
    public byte[] toBytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) Math.min(bytes, 1 << 30));
        try {
            write(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory was written", e);
        }
        return out.toByteArray();
    }

    private void write(OutputStream out) throws IOException {
        ModelWriter.write(content, arrays(), out);
    }

    /// The method it belongs to: `sequence`.
    public String kind() {
        return content.facts().type().kind();
    }

    /// The version of what it holds.
    public int version() {
        return content.facts().type().version();
    }

    /// The SHA-256 of the file in lower-case hexadecimal.
    public String sha256() {
        return sha256;
    }

    /// How long the file is.
    public long bytes() {
        return bytes;
    }

    /// What it says of itself, as every model does.
    public ModelFacts modelFacts() {
        return content.facts();
    }

    /// All of `facts.json` as it stands there.
    public Facts facts() {
        return content.toFacts();
    }

    /// The reference to this model that findings carry.
    public ModelIdentity identity() {
        ModelFacts facts = content.facts();
        Training training = facts.training();
        return new ModelIdentity(facts.name(), kind(), sha256, training.description(), training.dialogs(),
                training.seed());
    }

    /// This model, if it is of a method and not newer than what that method can read.
    ///
    /// @throws ModelFormatException if it is not
    public ModelFile require(String kind, int newestVersion) throws ModelFormatException {
        if (!kind().equals(kind)) {
            throw new ModelFormatException("", "is a %s model, not a %s model".formatted(kind(), kind));
        }
        if (version() > newestVersion) {
            throw new ModelFormatException("",
                    NewerFormat.text("version of %s models".formatted(kind), version(), newestVersion));
        }
        return this;
    }

    /// Its arrays, in the order of the file.
    public List<ModelArray> arrays() {
        return List.copyOf(arrays.values());
    }

    /// Whether it has an array of this name.
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    /// An array of numbers of 32 bits.
    ///
    /// @throws ModelFormatException if there is none of this name, type and shape
    public FloatArray floats(String name, int... shape) throws ModelFormatException {
        if (array(name, shape) instanceof FloatArray floats) {
            return floats;
        }
        throw wrongType(name, "f32");
    }

    /// An array of numbers of 64 bits.
    ///
    /// @throws ModelFormatException if there is none of this name, type and shape
    public DoubleArray doubles(String name, int... shape) throws ModelFormatException {
        if (array(name, shape) instanceof DoubleArray doubles) {
            return doubles;
        }
        throw wrongType(name, "f64");
    }

    /// An array of whole numbers of 32 bits.
    ///
    /// @throws ModelFormatException if there is none of this name, type and shape
    public IntArray integers(String name, int... shape) throws ModelFormatException {
        if (array(name, shape) instanceof IntArray integers) {
            return integers;
        }
        throw wrongType(name, "i32");
    }

    private ModelArray array(String name, int... shape) throws ModelFormatException {
        ModelArray array = arrays.get(name);
        if (array == null) {
            throw new ModelFormatException("", "lacks the array “%s”".formatted(name));
        }
        if (!array.layout().hasShape(shape)) {
            throw new ModelFormatException(ModelWriter.entry(array.layout()),
                    "has the shape %s instead of %s".formatted(array.layout().shapeText(), ArrayLayout.text(shape)));
        }
        return array;
    }

    private ModelFormatException wrongType(String name, String type) {
        return new ModelFormatException("weights/" + name, "is not of type " + type);
    }
}
