package org.sipsleuth.sequence.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.finding.TrainingUnavailableException;

/// Finds the module `training`: on the class path, or in the folder that the system property
/// [#FOLDER] names. Its jars (110 MB) are opened only when something is trained.
final class TrainingModule {

    /// The system property that names the folder with the module's jars.
    static final String FOLDER = "sipsleuth.training";

    /// Native libraries can be loaded by one class loader of a process only.
    private static @Nullable TrainingLibrary loaded;

    private TrainingModule() {}

    /// @throws TrainingUnavailableException if it is in neither place
    static synchronized TrainingLibrary load() {
        if (loaded == null) {
            loaded = find(System.getProperty(FOLDER));
        }
        return loaded;
    }

    /// @param folder may be null
    static TrainingLibrary find(@Nullable String folder) {
        ClassLoader own = TrainingModule.class.getClassLoader();
        return first(own)
                .or(() -> folder == null ? Optional.empty() : first(loader(folder, own)))
                .orElseThrow(
                        () ->
                                new TrainingUnavailableException(
                                        "cannot train: the training module (DL4J) is not"
                                                + " installed; analysis with existing models works"
                                                + " without it. "
                                                + place(folder)));
    }

    private static String place(@Nullable String folder) {
        return folder == null
                ? "Start the program with ./sipsleuth, or set -D%s=FOLDER".formatted(FOLDER)
                : "It is expected in " + folder;
    }

    private static Optional<TrainingLibrary> first(ClassLoader loader) {
        return ServiceLoader.load(TrainingLibrary.class, loader).findFirst();
    }

    private static ClassLoader loader(String folder, ClassLoader parent) {
        List<URL> jars = new ArrayList<>();
        if (Files.isDirectory(Path.of(folder))) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(folder), "*.jar")) {
                for (Path jar : found) {
                    jars.add(url(jar));
                }
            } catch (IOException | DirectoryIteratorException unreadable) {
                throw new TrainingUnavailableException(
                        "cannot train: the folder of the training module cannot be read: "
                                + folder);
            }
        }
        return new URLClassLoader("training", jars.toArray(URL[]::new), parent);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
