package org.sipsleuth.view.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabArchive;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.run.RunMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder in which the window keeps the labs that were started, each in a folder named by lab and
/// seed. Any thread; all methods read the disk.
final class LabShelf {

    private static final Logger LOG = LoggerFactory.getLogger(LabShelf.class);

    /// A lab of the program, and how far it is.
    ///
    /// @param latest what was worked on last of it
    /// @param score if that is handed in
    record Entry(Recipe recipe, Optional<LabSession> latest, Optional<LabScore> score) {}

    private final Path folder;
    private final InstantSource clock;

    LabShelf(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// All labs of the program.
    List<Entry> entries(RunMonitor monitor) throws IOException {
        List<Path> started = List.of();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> folders = Files.list(folder)) {
                started = folders.filter(each -> Files.isRegularFile(each.resolve(Lab.FILE)))
                        .sorted(Comparator.comparing(LabShelf::touched).reversed())
                        .toList();
            }
        }
        List<Path> all = started;
        return Recipes.all().stream().map(recipe -> entry(recipe, all, monitor)).toList();
    }

    private Entry entry(Recipe recipe, List<Path> started, RunMonitor monitor) {
        String begins = recipe.syllabus().id() + "-";
        for (Path each : started) {
            String name = String.valueOf(each.getFileName());
            if (name.startsWith(begins) && name.substring(begins.length()).matches("\\d+")) {
                try {
                    LabSession session = session(LabFolder.open(each));
                    Optional<LabScore> score =
                            session.isHandedIn() ? Optional.of(LabDesk.scored(session, monitor)) : Optional.empty();
                    return new Entry(recipe, Optional.of(session), score);
                } catch (IOException unreadable) {
                    LOG.warn("A lab in {} is left out: {}", name, unreadable.toString());
                }
            }
        }
        return new Entry(recipe, Optional.empty(), Optional.empty());
    }

    private static FileTime touched(Path lab) {
        Path answers = lab.resolve(HandIn.FILE);
        try {
            return Files.getLastModifiedTime(Files.exists(answers) ? answers : lab.resolve(Lab.FILE));
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /// Opens the lab of a recipe and a seed, made before or now, with its captures.
    LabSession start(Recipe recipe, long seed, RunMonitor monitor) throws IOException {
        Path its = folder.resolve(recipe.syllabus().id() + "-" + seed);
        if (!Files.exists(its.resolve(Lab.FILE))) {
            Files.createDirectories(folder);
            LabMaker.practice(recipe, seed, its, monitor);
        }
        return open(its, _ -> {}, monitor);
    }

    /// Opens a lab from its folder or zip, with its captures. A zip is unpacked beside the others.
    ///
    /// @param leftOut gets the name of each file of a zip that the lab does not name
    LabSession open(Path given, Consumer<String> leftOut, RunMonitor monitor) throws IOException {
        LabFolder lab;
        if (Files.isRegularFile(given) && String.valueOf(given.getFileName()).endsWith(".zip")) {
            Files.createDirectories(folder);
            String name = String.valueOf(given.getFileName());
            Path target = folder.resolve(name.substring(0, name.length() - 4) + "-unpacked");
            if (Files.exists(target)) {
                lab = LabFolder.open(target);
            } else {
                Files.createDirectory(target);
                lab = LabArchive.unpack(given, target, leftOut, monitor);
            }
        } else {
            lab = LabFolder.open(given);
        }
        var _ = lab.captures(monitor);
        return session(lab);
    }

    private LabSession session(LabFolder lab) {
        return LabSession.openAnyway(lab, lab.folder().resolve(HandIn.FILE), clock);
    }

    /// The lab that captures belong to, with what was answered.
    static Optional<LabSession> of(List<Path> captures, InstantSource clock) {
        return captures.stream()
                .findFirst()
                .flatMap(LabFolder::of)
                .map(lab -> LabSession.openAnyway(lab, lab.folder().resolve(HandIn.FILE), clock));
    }
}
