package org.sipsleuth.neural;

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
import org.sipsleuth.text.StartCommand;

/// Finds the module `training`: on the class path, or in the folder that the system property
/// [#FOLDER] names. Its jars (110 MB) are opened only when something is trained.
public final class TrainingModule {

    /// The system property that names the folder with the module's jars.
    static final String FOLDER = "sipsleuth.training";

    /// Native libraries can be loaded by one class loader of a process only.
    private static @Nullable ClassLoader loader;

    private TrainingModule() {}

    /// What the module offers to a method, loaded when it is first needed (about a second).
    ///
    /// @param service the interface of the method that the module implements
    /// @throws TrainingUnavailableException if the module is in neither place
    public static synchronized <S> S load(Class<S> service) {
        if (loader != null) {
            return first(service, loader).orElseThrow(() -> unavailable(null));
        }
        S found = find(service, System.getProperty(FOLDER));
        loader = found.getClass().getClassLoader();
        return found;
    }

    /// @param folder may be null
    static <S> S find(Class<S> service, @Nullable String folder) {
        ClassLoader own = TrainingModule.class.getClassLoader();
        return first(service, own).or(() -> folder == null ? Optional.empty() : first(service, loader(folder, own)))
                .orElseThrow(() -> unavailable(folder));
    }

    private static TrainingUnavailableException unavailable(@Nullable String folder) {
        return new TrainingUnavailableException("cannot train: the training module (DL4J) is not"
                + " installed; analysis with existing models works without it. " + place(folder));
    }

    private static String place(@Nullable String folder) {
        return folder == null ? "Start the program with %s, or set -D%s=FOLDER".formatted(StartCommand.text(), FOLDER)
                : "It is expected in %s%s".formatted(folder,
                        StartCommand.isPackaged() ? "; the package sipsleuth-training brings it" : "");
    }

    private static <S> Optional<S> first(Class<S> service, ClassLoader from) {
        return ServiceLoader.load(service, from).findFirst();
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
                        "cannot train: the folder of the training module cannot be read: " + folder);
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
