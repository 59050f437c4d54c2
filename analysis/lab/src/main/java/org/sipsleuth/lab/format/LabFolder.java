package org.sipsleuth.lab.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.RegularFile;
import org.sipsleuth.lab.json.LabJson;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.SimulationOutput;
import org.sipsleuth.simulate.scenario.Scenario;

/// A lab in its folder: `lab.json`, captures, and for study alone `key.json`.
///
/// @param folder where the files are
/// @param digest SHA-256 of `lab.json`, hexadecimal
public record LabFolder(Path folder, Lab lab, String digest) {

    private static final int CHUNK_BYTES = 1 << 16;

    /// Opens the lab of a folder, or that of a file in it that is named `lab.json`.
    ///
    /// @throws LabException with every mistake, if it has any
    /// @throws IOException if a file cannot be read
    public static LabFolder open(Path given) throws IOException {
        Path folder = Files.isDirectory(given) ? given
                : Optional.ofNullable(given.toAbsolutePath().getParent()).orElse(given);
        byte[] bytes = bytes(folder, Lab.FILE, LabFault.NO_LAB);
        Lab lab = LabReader.read(bytes);
        LabFolder opened = new LabFolder(folder, lab, sha256(bytes));
        opened.check();
        return opened;
    }

    /// Whether a path names a lab: a folder with `lab.json`, that file, or a zip with it. What is in
    /// it is not checked.
    public static boolean isLab(Path given) {
        return Files.isDirectory(given) ? Files.isRegularFile(given.resolve(Lab.FILE))
                : Files.isRegularFile(given) && (given.endsWith(Lab.FILE) || LabArchive.holdsLab(given));
    }

    /// The lab that a capture belongs to: the one beside it, if that names it.
    public static Optional<LabFolder> of(Path capture) {
        Path folder = capture.toAbsolutePath().getParent();
        String name = String.valueOf(capture.getFileName());
        if (folder == null || !Files.isRegularFile(folder.resolve(Lab.FILE))) {
            return Optional.empty();
        }
        try {
            byte[] bytes = bytes(folder, Lab.FILE, LabFault.NO_LAB);
            Lab lab = LabReader.read(bytes);
            boolean isNamed = lab.captures().stream().anyMatch(each -> each.file().equals(name));
            return isNamed ? Optional.of(new LabFolder(folder, lab, sha256(bytes))) : Optional.empty();
        } catch (IOException noLab) {
            return Optional.empty();
        }
    }

    private void check() throws IOException {
        List<LabMistake> mistakes = new ArrayList<>();
        for (LabCapture capture : lab.captures()) {
            Path file = folder.resolve(capture.file());
            if (Files.isSymbolicLink(file)) {
                mistakes.add(new LabMistake(capture.file(), 0, LabFault.LINK.text(capture.file())));
            } else if (Files.notExists(file)) {
                if (lab.scenario().filter(scenario -> scenario.file().equals(capture.file())).isEmpty()) {
                    mistakes.add(new LabMistake(capture.file(), 0, LabFault.NO_FILE.text()));
                }
            } else if (!capture.sha256().isEmpty() && !sha256(file).equals(capture.sha256())) {
                mistakes.add(new LabMistake(capture.file(), 0, LabFault.OTHER_BYTES.text()));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new LabException(mistakes);
        }
    }

    private static byte[] bytes(Path folder, String name, LabFault missing) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw LabException.of(name, Files.isSymbolicLink(file) ? LabFault.LINK : missing, name);
        }
        try (InputStream in = RegularFile.open(file)) {
            return in.readNBytes(LabJson.MOST_BYTES + 1);
        }
    }

    /// The files to look at, in their order. A capture that the lab only describes is generated into
    /// the folder first.
    ///
    /// @throws LabException if its scenario cannot be generated
    public List<Path> captures(RunMonitor monitor) throws IOException {
        List<Path> files = new ArrayList<>();
        for (LabCapture capture : lab.captures()) {
            Path file = folder.resolve(capture.file());
            if (Files.notExists(file)) {
                generate(file, lab.scenario().orElseThrow(), monitor);
            }
            files.add(file);
        }
        return files;
    }

    private static void generate(Path file, LabScenario wanted, RunMonitor monitor) throws IOException {
        Scenario scenario = Scenarios.named(wanted.name())
                .orElseThrow(() -> new LabException(
                        List.of(new LabMistake(Lab.FILE, 0, LabFault.SCENARIO.text(wanted.name())))));
        try {
            Settings settings = Settings.of(Simulation.settings(scenario), wanted.settings());
            new Simulation(scenario, wanted.seed(), settings, Optional.empty()).run(
                    new SimulationOutput(OutputFile.at(file, OutputRules.NEW_FILES), OutputFile.discarded()), monitor);
        } catch (SettingException wrong) {
            throw new LabException(
                    List.of(new LabMistake(Lab.FILE, 0, LabFault.SETTING.text(String.valueOf(wrong.getMessage())))));
        }
    }

    /// The key that lies beside the lab, for study alone.
    ///
    /// @throws LabException if it is none of this lab
    public Optional<Key> key() throws IOException {
        return Files.exists(folder.resolve(Key.FILE)) ? Optional.of(key(folder)) : Optional.empty();
    }

    /// The key of this lab in another folder.
    ///
    /// @throws LabException if it is none of this lab
    public Key key(Path from) throws IOException {
        return KeyReader.read(bytes(from, Key.FILE, LabFault.NO_FILE), lab, digest);
    }

    /// Writes a lab, without its captures.
    public static LabFolder write(Path folder, Lab lab, OutputRules rules) throws IOException {
        byte[] bytes = LabWriter.text(lab).getBytes(StandardCharsets.UTF_8);
        OutputFile.write(folder.resolve(Lab.FILE), rules, out -> out.write(bytes));
        return new LabFolder(folder, lab, sha256(bytes));
    }

    /// SHA-256, hexadecimal.
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(newDigest().digest(bytes));
    }

    /// SHA-256 of a file, hexadecimal.
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream in = RegularFile.open(file)) {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
