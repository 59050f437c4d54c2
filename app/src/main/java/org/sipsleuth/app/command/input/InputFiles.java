package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sipsleuth.text.FileName;

/// The files of a command line that takes captures and models, distinguished by how they begin.
/// What cannot be opened counts as a capture, whose reader says why.
///
/// @param captures as the user named them, in order
/// @param models those that begin as a zip does, in order
public record InputFiles(List<String> captures, List<String> models) {

    /// How a zip begins.
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    public InputFiles {
        captures = List.copyOf(captures);
        models = List.copyOf(models);
    }

    /// Examines the first four bytes of each: a log may begin with `PK`.
    public static InputFiles of(List<String> names) {
        List<String> captures = new ArrayList<>();
        List<String> models = new ArrayList<>();
        for (String name : names) {
            (beginsAsZip(name) ? models : captures).add(name);
        }
        return new InputFiles(captures, models);
    }

    private static boolean beginsAsZip(String name) {
        if (CaptureFiles.obstacle(name).isPresent()) {
            return false;
        }
        try (InputStream in = Files.newInputStream(FileName.path(name))) {
            return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
