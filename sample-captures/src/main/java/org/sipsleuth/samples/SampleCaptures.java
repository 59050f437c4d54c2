package org.sipsleuth.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The captures that come with the program.
public final class SampleCaptures {
    private static final String INDEX = "samples.tsv";

    private SampleCaptures() {}

    /// All sample captures, in the order in which they are best looked at.
    public static List<SampleCapture> list() {
        try (InputStream index = open(INDEX)) {
            return new String(index.readAllBytes(), UTF_8).lines()
                    .skip(1) // the names of the columns
                    .map(SampleCaptures::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a sample capture into a directory, because captures are mapped from files and a
    /// resource is none. Its ground-truth file is copied beside it, if there is one.
    /// The directory is made if need be; files of those names are replaced.
    ///
    /// @return the written capture
    public static Path copyTo(SampleCapture sample, Path directory) throws IOException {
        Files.createDirectories(directory);
        if (hasTruth(sample)) {
            copy(sample.truthFile(), directory);
        }
        return copy(sample.file(), directory);
    }

    /// Whether it has a ground-truth file, which lists the messages of attacks.
    public static boolean hasTruth(SampleCapture sample) {
        return SampleCaptures.class.getResource(sample.truthFile()) != null;
    }

    private static Path copy(String resource, Path directory) throws IOException {
        Path target = directory.resolve(resource);
        try (InputStream stream = open(resource)) {
            Files.copy(stream, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    private static SampleCapture parse(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 5) {
            throw new IllegalStateException(INDEX + ": not five columns: " + line);
        }
        return new SampleCapture(columns[0], columns[1], columns[2], Integer.parseInt(columns[3]), columns[4]);
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = SampleCaptures.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new NoSuchFileException(resource);
        }
        return stream;
    }
}
