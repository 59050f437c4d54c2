package org.sipsleuth.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.model.array.FloatArray;
import org.sipsleuth.model.array.ModelArray;

final class ModelFileTest {

    @TempDir private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("office.sipmodel");
        ModelFile written = ModelFile.of(TestModel.facts(), TestModel.arrays());
        written.writeTo(OutputFile.at(file, OutputRules.NEW_FILES));
        ModelFile read = ModelFile.read(file);
        assertEquals(TestModel.facts(), read.modelFacts());
        assertEquals(TestModel.arrays(), read.arrays());
        assertEquals(written.sha256(), read.sha256());
        assertEquals(Files.size(file), read.bytes());
        assertEquals(written.identity(), read.identity());
        assertArrayEquals(new float[]{1, -2.5f, 0, 1e-30f, 3, 4}, read.floats("dense.weights", 2, 3).toArray());
        assertEquals(Math.PI, read.doubles("maxima", 2).get(1));
        assertEquals(Integer.MIN_VALUE, read.integers("tree", 4).get(0));
    }

    @Test
    void sha256IsThatOfTheFile() throws Exception {
        Path file = folder.resolve("m");
        ModelFile written = ModelFile.of(TestModel.facts(), TestModel.arrays());
        written.writeTo(OutputFile.at(file, OutputRules.NEW_FILES));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertEquals(HexFormat.of().formatHex(digest), written.sha256());
    }

    @Test
    void equalContentGivesEqualBytesAndAnyOtherContentOthers() {
        assertArrayEquals(TestModel.bytes(), TestModel.bytes());
        assertEquals("4487fe424c4fb01015cfad5f548f2e96a899e7123d2d71ae73fcd207a09da71a", TestModel.model().sha256(),
                "the bytes of a file changed: raise the version of the container");
        List<ModelArray> others = List.of(FloatArray.of("dense.weights", new float[]{1, -2.5f, 0, 0, 3, 4}, 2, 3));
        assertTrue(!ModelFile.of(TestModel.facts(), others).sha256().equals(TestModel.model().sha256()));
    }

    @Test
    void factsStandInTheFileAsPeopleReadThem() throws IOException {
        try (InputStream golden = getClass().getResourceAsStream("facts.json")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8),
                    new String(TestModel.entry("facts.json"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void otherProgramsReadTheZip() throws IOException {
        Path file = folder.resolve("m.zip");
        TestModel.model().writeTo(OutputFile.at(file, OutputRules.CONFIRMED));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(List.of("facts.json", "weights/dense.weights.f32", "weights/maxima.f64", "weights/tree.i32"),
                    zip.stream().map(entry -> entry.getName()).toList());
            try (InputStream in = zip.getInputStream(zip.getEntry("weights/tree.i32"))) {
                assertEquals("00000080ffffffff0000000007000000", HexFormat.of().formatHex(in.readAllBytes()));
            }
        }
    }

    @Test
    void modelThatIsReadAndWrittenAgainIsTheSameFile() throws IOException {
        assertArrayEquals(TestModel.bytes(), ModelFile.read(TestModel.bytes()).toBytes());
    }

    @Test
    void shippedModelIsReadFromAStream() throws IOException {
        try (InputStream in = new ByteArrayInputStream(TestModel.bytes())) {
            assertEquals(TestModel.model().sha256(), ModelFile.read(in).sha256());
        }
    }

    @Test
    void arraysOfSeveralChunksAreRead() throws IOException {
        float[] values = new float[3 * ModelArray.CHUNK_BYTES / Float.BYTES + 5];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        ModelFile model = ModelFile.of(TestModel.facts(), List.of(FloatArray.of("w", values, values.length)));
        ModelFile read = ModelFile.read(model.toBytes());
        assertArrayEquals(values, read.floats("w", values.length).toArray());
    }

    @Test
    void emptyArraysAndModelsWithoutArraysAreRead() throws IOException {
        ModelFile model = ModelFile.of(TestModel.facts(), List.of(FloatArray.of("w", new float[0], 0, 3)));
        assertEquals(0, ModelFile.read(model.toBytes()).floats("w", 0, 3).size());
        byte[] none = ModelFile.of(TestModel.facts(), List.of()).toBytes();
        assertEquals(List.of(), ModelFile.read(none).arrays());
    }

    @Test
    void valuesGivenAndTakenAreCopies() throws IOException {
        float[] values = {1, 2};
        ModelFile model = ModelFile.of(TestModel.facts(), List.of(FloatArray.of("w", values, 2)));
        values[0] = 9;
        model.floats("w", 2).toArray()[1] = 9;
        assertArrayEquals(new float[]{1, 2}, model.floats("w", 2).toArray());
    }

    @Test
    void arrayOfAnotherShapeOrTypeIsNotGiven() throws IOException {
        ModelFile model = TestModel.model();
        assertEquals("weights/dense.weights.f32: has the shape 2 × 3 instead of 3 × -2",
                refusal(() -> model.floats("dense.weights", 3, -2)));
        assertEquals("weights/tree: is not of type f32", refusal(() -> model.floats("tree", 4)));
        assertEquals("lacks the array “none”", refusal(() -> model.doubles("none", 1)));
    }

    @Test
    void modelOfAnotherMethodOrANewerVersionIsNotGiven() throws IOException {
        ModelFile model = TestModel.model();
        assertEquals(model, model.require("sequence", 1));
        assertEquals("is a sequence model, not a flood model", refusal(() -> model.require("flood", 1)));
        assertEquals(
                "was written by a newer SipSleuth (version of sequence models 1; this program reads up to 0). Install that"
                        + " version or a later one to open it; the file is unchanged",
                refusal(() -> model.require("sequence", 0)));
    }

    private static String refusal(org.junit.jupiter.api.function.Executable asking) {
        return assertThrows(ModelFormatException.class, asking).getMessage();
    }

    @Test
    void whatCannotBeReadAgainIsNotWritten() {
        ModelFacts facts = TestModel.facts();
        ModelArray one = FloatArray.of("w", new float[1], 1);
        ModelArray other = FloatArray.of("W", new float[1], 1);
        ModelArray endless = FloatArray.of("w", new float[]{Float.POSITIVE_INFINITY}, 1);
        assertThrows(IllegalArgumentException.class, () -> ModelFile.of(facts, List.of(one, other)));
        assertThrows(IllegalArgumentException.class, () -> ModelFile.of(facts, List.of(endless)));
        Facts deep = Facts.NONE;
        for (int i = 0; i < 30; i++) {
            deep = Facts.builder().put("deeper", deep).build();
        }
        ModelFacts tooDeep = new ModelFacts(facts.type(), "m", Facts.NONE, facts.training(), Facts.NONE, deep);
        assertThrows(IllegalArgumentException.class, () -> ModelFile.of(tooDeep, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new ModelType("Tarot cards", 1));
        assertThrows(IllegalArgumentException.class, () -> FloatArray.of("../w", new float[1], 1));
        assertThrows(IllegalArgumentException.class, () -> FloatArray.of("w", new float[1], 1, 2));
    }

    @Test
    void fileTakesThePlaceOfAnotherAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("m");
        Files.writeString(file, "before");
        TestModel.model().writeTo(OutputFile.at(file, OutputRules.CONFIRMED));
        TestModel.model().writeTo(OutputFile.at(file, OutputRules.CONFIRMED));
        assertArrayEquals(TestModel.bytes(), Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void folderIsNotReplaced() throws IOException {
        Path place = Files.createDirectory(folder.resolve("m"));
        assertThrows(IOException.class, () -> TestModel.model().writeTo(OutputFile.at(place, OutputRules.CONFIRMED)));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(place), files.toList());
        }
    }

    @Test
    void identityHasWhatAFindingMustState() {
        assertEquals(new ModelIdentity("Office “normal”", "sequence", TestModel.model().sha256(),
                "normal traffic of one office day", 1_224, 4_475), TestModel.model().identity());
    }
}
