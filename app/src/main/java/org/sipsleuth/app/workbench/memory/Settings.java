package org.sipsleuth.app.workbench.memory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.sipsleuth.view.fx.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Settings of the window, kept in a file of the user. Where the file cannot be read or written,
/// they last until the program ends.
public final class Settings implements Memory {

    private static final Logger LOG = LoggerFactory.getLogger(Settings.class);
    private static final String FILE = "window.properties";

    private final Path file;
    private final Properties values = new Properties();

    /// @param directory where the file is; made if need be
    public Settings(Path directory) {
        file = directory.resolve(FILE);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("The settings cannot be read from {}; the window starts without", file, e);
            }
        }
    }

    /// The settings of this user, where the XDG base directory specification puts them.
    public static Settings ofUser() {
        String configured = System.getenv("XDG_CONFIG_HOME");
        Path home =
                configured == null || configured.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".config")
                        : Path.of(configured);
        return new Settings(home.resolve("sipsleuth"));
    }

    /// The value of a setting.
    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(values.getProperty(key));
    }

    /// The value of a setting that is on or off.
    public boolean isOn(String key, boolean otherwise) {
        return get(key).map(Boolean::parseBoolean).orElse(otherwise);
    }

    /// The value of a setting that is a number; `otherwise` also for what is no number.
    public double number(String key, double otherwise) {
        try {
            return get(key).map(Double::parseDouble).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// Sets a value; it is kept by the next [#save].
    public void put(String key, String value) {
        values.setProperty(key, value);
    }

    @Override
    public void keep(String key, String value) {
        put(key, value);
        save();
    }

    /// Forgets a value; it is gone with the next [#save].
    public void remove(String key) {
        values.remove(key);
    }

    /// Writes all settings. A file half written is never left: it is written beside and renamed.
    public void save() {
        Path beside = file.resolveSibling(FILE + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(beside)) {
                values.store(writer, null);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The settings cannot be written to {}", file, e);
        }
    }
}
