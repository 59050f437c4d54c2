package org.sipsleuth.app.command;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sipsleuth.app.command.input.FaultLog;
import org.sipsleuth.app.command.lab.GradeRows;
import org.sipsleuth.app.command.lab.LabOptions;
import org.sipsleuth.app.command.lab.QuestionRows;
import org.sipsleuth.app.command.lab.RecipeRows;
import org.sipsleuth.app.command.lab.ScoreRows;
import org.sipsleuth.app.command.output.ExitCode;
import org.sipsleuth.app.command.output.ProgressLine;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputFolder;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabArchive;
import org.sipsleuth.lab.format.LabException;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.format.LabMistake;
import org.sipsleuth.lab.format.Roster;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.recipe.LabMaker;
import org.sipsleuth.lab.recipe.Recipe;
import org.sipsleuth.lab.recipe.Recipes;
import org.sipsleuth.lab.recipe.Syllabus;
import org.sipsleuth.lab.score.LabMaterial;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.LabScorer;
import org.sipsleuth.lab.teach.ClassGrades;
import org.sipsleuth.lab.teach.ClassSet;
import org.sipsleuth.lab.teach.CtfdFolders;
import org.sipsleuth.lab.teach.GradeSheet;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.report.rows.RowWriter;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.word.Suggestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sipsleuth lab`: labs that mark themselves.
@Command(name = "lab",
        description = "Lists, makes, checks and grades labs: captures with questions that are marked by"
                + " the program.",
        footer = {
            "",
            "ACTION is one of:",
            "  list           the labs that come with the program",
            "  show LAB       the questions of a lab (a folder or zip), or what one of the program is about",
            "  make LAB       makes a lab of the program (name, number, or a scenario of simulate) in the",
            "                 folder -o, its key beside it, for study alone; with --students a class:",
            "                 students/ is handed out, teacher/ has keys and ground truth, and class.json,",
            "                 whose secret makes all keys; --class class.json repeats a class",
            "  check LAB ANSWERS   marks answers.json with the teacher's key",
            "  grade DIR      marks the class of a folder that make wrote; -o FILE.html has each answer",
            "                 beside the truth",
            "  export LAB     writes the folders of CTFd challenges to the folder -o",
            "  pack LAB       writes a lab to the zip -o, without its key",
            "  import ZIP     unpacks a lab into the new folder -o, and checks it",
            "",
            "Columns of csv and json, and the files, are in docs/LAB-FORMAT.md.",
            "",
            "Examples:",
            "  sipsleuth lab list",
            "  sipsleuth lab make read-a-ladder --seed 7 -o ladder",
            "  sipsleuth lab make guess-and-use --students 20 -o class",
            "  sipsleuth lab make --class class/teacher/class.json -o again",
            "  sipsleuth lab check ladder answers.json --format json",
            "  sipsleuth lab grade class --format csv -o class.csv",
            "  sipsleuth lab grade class -o class.html"})
final class LabCommand implements FaultLog.Holder {

    /// What is done.
    enum Action {
        LIST(0), SHOW(1), CHECK(2), MAKE(1), GRADE(1), EXPORT(1), PACK(1), IMPORT(1);

        private final int parameters;

        Action(int parameters) {
            this.parameters = parameters;
        }

        boolean needsOutput() {
            return switch (this) {
                case MAKE, EXPORT, PACK, IMPORT -> true;
                case LIST, SHOW, CHECK, GRADE -> false;
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;
    private final FaultLog faults = new FaultLog();

    @Parameters(index = "0", paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}") private Action action =
            Action.LIST;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "LAB",
            description = "a lab or class as a folder or zip, and answers") private List<String> given = List.of();

    @Mixin private LabOptions options = new LabOptions();

    LabCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public FaultLog faults() {
        return faults;
    }

    @Override
    public Integer call() throws IOException {
        int parameters = options.roster().isPresent() ? 0 : action.parameters;
        if (given.size() != parameters) {
            terminal.report("lab %s: takes %d names (got %d); see sipsleuth lab --help".formatted(action, parameters,
                    given.size()));
            return ExitCode.WRONG_USAGE;
        }
        if (options.roster().isPresent() && (action != Action.MAKE || options.describesClass())) {
            terminal.report("--class is for lab make, without --students, --names and --seed, which that file states");
            return ExitCode.WRONG_USAGE;
        }
        if (action.needsOutput() && options.output().isEmpty()) {
            terminal.report("lab %s: name what to write with -o".formatted(action));
            return ExitCode.WRONG_USAGE;
        }
        Optional<String> missing = missing();
        if (missing.isPresent()) {
            terminal.report(missing.get() + ": no such file");
            return ExitCode.UNREADABLE_INPUT;
        }
        try (ProgressLine progress = new ProgressLine(terminal, options.showsProgress())) {
            return switch (action) {
                case LIST -> print(new RecipeRows(Recipes.all(), options.format() == Format.TEXT));
                case SHOW -> show(progress);
                case CHECK -> check(progress);
                case MAKE -> make(progress);
                case GRADE -> grade(progress);
                case EXPORT -> with(given.getFirst(), progress, this::export);
                case PACK -> with(given.getFirst(), progress, this::pack);
                case IMPORT -> unpack(progress);
            };
        } catch (LabException wrong) {
            for (LabMistake mistake : wrong.mistakes()) {
                terminal.report(mistake.text());
            }
            return ExitCode.UNREADABLE_INPUT;
        }
    }

    /// The first file to read that does not exist.
    private Optional<String> missing() {
        List<String> files =
                new ArrayList<>(Stream.concat(options.names().stream(), options.roster().stream()).toList());
        if (action != Action.MAKE && action != Action.SHOW) { // these take the name of a lab
            files.addAll(given);
        }
        return files.stream().filter(name -> Files.notExists(FileName.path(name))).findFirst();
    }

    private int print(Listing listing) throws IOException {
        try (RowWriter rows =
                RowWriter.open(options.format(), listing.columns(), terminal, options.isColoured(terminal))) {
            listing.writeTo(rows, faults.to(terminal));
        }
        return ExitCode.DONE;
    }

    private Path output() {
        return FileName.path(options.output().orElseThrow());
    }

    /// Does something with a lab that lies in a folder, or is unpacked for that long.
    private interface Step {
        int with(LabFolder lab) throws IOException;
    }

    private int with(String name, RunMonitor monitor, Step step) throws IOException {
        Path path = FileName.path(name);
        if (Files.isDirectory(path) || path.endsWith(Lab.FILE)) {
            return step.with(LabFolder.open(path));
        }
        Path unpacked = Files.createTempDirectory("sipsleuth-lab");
        try {
            return step.with(LabArchive.unpack(path, unpacked, monitor));
        } finally {
            remove(unpacked);
        }
    }

    /// What was unpacked has no folders.
    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private int show(RunMonitor monitor) throws IOException {
        String name = given.getFirst();
        Optional<Recipe> recipe = Files.exists(FileName.path(name)) ? Optional.empty() : Recipes.named(name);
        if (recipe.isPresent()) {
            return options.format() == Format.TEXT ? describe(recipe.get().syllabus())
                    : print(new RecipeRows(List.of(recipe.get()), false));
        }
        if (Files.notExists(FileName.path(name))) {
            return unknown(name);
        }
        return with(name, monitor, lab -> {
            var _ = lab.key(); // its mistakes are to be seen, too
            if (options.format() == Format.TEXT) {
                head(lab.lab());
            }
            return print(new QuestionRows(lab.lab()));
        });
    }

    private int unknown(String name) {
        List<String> nearest =
                Suggestions.to(name, Recipes.all().stream().map(each -> each.syllabus().id()).toList(), 1);
        terminal.report("no such lab: " + name
                + (nearest.isEmpty() ? "; list of labs: sipsleuth lab list" : "; did you mean: " + nearest.getFirst()));
        return ExitCode.WRONG_USAGE;
    }

    private int describe(Syllabus about) throws IOException {
        Writer out = terminal.textWriter();
        out.write("%d  %s (%s), level %d, %d minutes%n%s%n%nTeaches: %s%nFor the teacher: %s%n".formatted(
                about.number(), about.title(), about.id(), about.level(), about.minutes(), about.story(),
                String.join("; ", about.teaches()), about.guide()));
        out.flush();
        return ExitCode.DONE;
    }

    private void head(Lab lab) throws IOException {
        Writer out = terminal.textWriter();
        out.write("%s%s, %d minutes, %d points and %d with the teacher%n%s%n%n".formatted(lab.title(),
                lab.student().isEmpty() ? "" : ", for " + lab.student(), lab.minutes(), lab.points(),
                lab.pointsOfTexts(), lab.story()));
        out.flush();
    }

    /// The folder of the key: the one that is named, that of the class set, or that of the lab.
    private Optional<Path> teacher(LabFolder lab) {
        if (options.key().isPresent()) {
            Path named = FileName.path(options.key().get());
            return named.endsWith(Key.FILE) ? Optional.ofNullable(named.toAbsolutePath().getParent())
                    : Optional.of(named);
        }
        Path own = lab.folder().toAbsolutePath().normalize();
        Path students = own.getParent();
        List<Path> places = students == null ? List.of(own)
                : List.of(students.resolveSibling(ClassSet.TEACHER).resolve(own.getFileName()), own);
        return places.stream().filter(each -> Files.exists(each.resolve(Key.FILE))).findFirst();
    }

    private int check(RunMonitor monitor) throws IOException {
        return with(given.getFirst(), monitor, lab -> {
            HandIn handIn = HandIn.read(FileName.path(given.get(1)), lab);
            Optional<Path> teacher = teacher(lab);
            Optional<Key> key = teacher.isPresent() ? Optional.of(lab.key(teacher.get())) : Optional.empty();
            LabMaterial material = new LabMaterial(lab.folder(), teacher, monitor);
            LabScore score = new LabScorer(lab.lab(), key, material).score(handIn.answers(), handIn.hints());
            ScoreRows rows = new ScoreRows(score, options.format() == Format.TEXT);
            if (options.format() == Format.JSON) {
                rows.writeJson(terminal.dataWriter());
                return ExitCode.DONE;
            }
            print(rows);
            handIn.remarks().forEach(terminal::report);
            terminal.report("%d of %d points, %d more with your teacher".formatted(score.points(), score.of(),
                    score.withTeacher()));
            if (Files.exists(lab.folder().resolve(Key.FILE))) {
                terminal.report("the key lies beside this lab: answers can be found by trying");
            }
            return ExitCode.DONE;
        });
    }

    private int make(RunMonitor monitor) throws IOException {
        if (options.roster().isPresent()) {
            return make(ClassSet.read(FileName.path(options.roster().get())), monitor);
        }
        Optional<Recipe> recipe = Recipes.named(given.getFirst());
        if (recipe.isEmpty()) {
            return unknown(given.getFirst());
        }
        Writer out = terminal.textWriter();
        if (options.students().isEmpty() && options.names().isEmpty()) {
            LabFolder lab = LabMaker.practice(recipe.get(), options.seed(), output(), monitor);
            out.write("%s: %s, %d questions, %d points%n".formatted(output(), lab.lab().title(),
                    lab.lab().questions().size(), lab.lab().points()));
            out.write("the key lies beside it: answers can be found by trying%n".formatted());
            out.flush();
            return ExitCode.DONE;
        }
        List<String> names = options.names().isPresent() ? ClassSet.names(FileName.path(options.names().get()))
                : ClassSet.numbered(options.students().orElseThrow());
        int students = options.students().orElse(names.size());
        if (students < 1 || students > ClassSet.MOST_STUDENTS || names.size() < students) {
            terminal.report("students must be 1–%d, with a name for each (got %d and %d names)"
                    .formatted(ClassSet.MOST_STUDENTS, students, names.size()));
            return ExitCode.WRONG_USAGE;
        }
        if (names.stream().anyMatch(name -> name.length() > Roster.LONGEST_NAME)) {
            terminal.report("names can have %d characters".formatted(Roster.LONGEST_NAME));
            return ExitCode.WRONG_USAGE;
        }
        return make(ClassSet.of(recipe.get(), names.subList(0, students), options.seed()), monitor);
    }

    private int make(Roster roster, RunMonitor monitor) throws IOException {
        ClassSet.make(roster, output(), monitor);
        Writer out = terminal.textWriter();
        out.write("%s: %d students; hand out %s, keep %s: its %s makes all keys%n".formatted(output(),
                roster.students().size(), output().resolve(ClassSet.STUDENTS), output().resolve(ClassSet.TEACHER),
                Roster.FILE));
        out.flush();
        return ExitCode.DONE;
    }

    /// No file of the lab or class that is read is replaced.
    private OutputRules rules() throws IOException {
        Path read = FileName.path(given.getFirst());
        if (!Files.isDirectory(read)) {
            return options.rules().with(List.of(read));
        }
        try (Stream<Path> files = Files.walk(read)) {
            return options.rules().with(files.filter(Files::isRegularFile).toList());
        }
    }

    private int grade(RunMonitor monitor) throws IOException {
        ClassGrades grades = ClassGrades.of(FileName.path(given.getFirst()), monitor);
        GradeRows rows = new GradeRows(grades);
        if (options.output().filter(name -> name.endsWith(".html")).isPresent()) {
            OutputFile.at(output(), rules()).write(new GradeSheet(grades).page()::writeHtml);
        } else if (options.output().isPresent()) {
            Format format = options.format() == Format.TEXT ? Format.CSV : options.format();
            OutputFile.at(output(), rules()).write(out -> {
                try (RowWriter writer = RowWriter.open(format, rows.columns(), Destination.ofFile(out), false)) {
                    rows.writeTo(writer, faults.to(terminal));
                }
            });
        } else {
            print(rows);
        }
        grades.hardestText().forEach(terminal::report);
        grades.checks().forEach(terminal::report);
        return grades.isComplete() ? ExitCode.DONE : ExitCode.UNREADABLE_INPUT;
    }

    private int export(LabFolder lab) throws IOException {
        Optional<Path> teacher = teacher(lab);
        if (teacher.isEmpty()) {
            throw new LabException(List.of(new LabMistake(Key.FILE, 0, "name the teacher's folder with --key")));
        }
        List<Question> left = CtfdFolders.write(lab, lab.key(teacher.get()), output());
        Writer out = terminal.textWriter();
        out.write("%s: %d challenges%n".formatted(output(), lab.lab().questions().size() - left.size()));
        out.flush();
        left.forEach(question -> terminal
                .report("left out: %s %s (%s)".formatted(question.id(), question.title(), question.kind().word())));
        return ExitCode.DONE;
    }

    private int pack(LabFolder lab) throws IOException {
        LabArchive.pack(lab, false, OutputFile.at(output(), rules()));
        if (lab.lab().seed().isPresent()) {
            terminal.report("its seed makes the key: for practice; for a class use lab make --students");
        }
        return ExitCode.DONE;
    }

    private int unpack(RunMonitor monitor) throws IOException {
        try (OutputFolder _ = OutputFolder.at(output())) {
            LabFolder lab = LabArchive.unpack(FileName.path(given.getFirst()), output(),
                    file -> terminal.report("left out: %s (the lab does not name it)".formatted(file)), monitor);
            Writer out = terminal.textWriter();
            out.write("%s: %s, %d questions%n".formatted(output(), lab.lab().title(), lab.lab().questions().size()));
            out.flush();
            return ExitCode.DONE;
        }
    }
}
