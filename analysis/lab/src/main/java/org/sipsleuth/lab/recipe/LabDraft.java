package org.sipsleuth.lab.recipe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sipsleuth.file.CaptureCompanion;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabCapture;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.question.KeyEntry;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.Truth;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.SimulationOutput;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.scenario.Scenario;

/// A lab that is being made: captures are written to the student's folder, their ground truth and
/// what the student must not have to the teacher's.
public final class LabDraft {

    private final OptionalLong seed;
    private final Path student;
    private final Path teacher;
    private final RunMonitor monitor;
    private final SeededRandom draws;
    private final List<LabCapture> captures = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final Map<String, KeyEntry> entries = new LinkedHashMap<>();

    LabDraft(SeededRandom draws, Path student, Path teacher, RunMonitor monitor) {
        this.seed = draws.seed();
        this.student = student;
        this.teacher = teacher;
        this.monitor = monitor;
        this.draws = draws.of("lab");
    }

    RunMonitor monitor() {
        return monitor;
    }

    /// Random numbers for a purpose.
    SeededRandom draws(String purpose) {
        return draws.of(purpose);
    }

    /// Generates a capture for the student.
    Traffic capture(String file, String about, Scenario scenario, Map<String, String> settings) throws IOException {
        Traffic traffic = generate(student, file, scenario, settings);
        captures.add(new LabCapture(file, LabFolder.sha256(student.resolve(file)), about));
        return traffic;
    }

    /// Generates a capture that only the teacher gets.
    Traffic hidden(String file, Scenario scenario, Map<String, String> settings) throws IOException {
        return generate(teacher, file, scenario, settings);
    }

    private Traffic generate(Path folder, String file, Scenario scenario, Map<String, String> settings)
            throws IOException {
        Path capture = folder.resolve(file);
        Path truth = CaptureCompanion.beside(teacher.resolve(file), CaptureCompanion.TRUTH);
        try {
            Settings own = Settings.of(Simulation.settings(scenario), settings);
            SeededRandom its = draws.of(file);
            if (seed.isPresent()) {
                its = new SeededRandom(its.between(1, Long.MAX_VALUE / 2));
            }
            new Simulation(scenario, its, own, Optional.empty())
                    .run(new SimulationOutput(OutputFile.at(capture, OutputRules.NEW_FILES),
                            OutputFile.at(truth, OutputRules.NEW_FILES)), monitor);
        } catch (SettingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
        return Traffic.read(capture, truth, monitor);
    }

    /// Adds a file that was not simulated as packets, such as call records.
    Path file(String file, String about, String text) throws IOException {
        Path path = student.resolve(file);
        OutputFile.at(path, OutputRules.NEW_FILES).write(text);
        captures.add(new LabCapture(file, LabFolder.sha256(path), about));
        return path;
    }

    /// Adds a question with its answer.
    void ask(Question question, KeyEntry entry) {
        if (!entry.truth().fits(question.kind())) {
            throw new IllegalArgumentException(question.id() + " cannot be marked by " + entry.truth());
        }
        questions.add(question);
        entries.put(question.id(), entry);
    }

    /// Adds a question whose answer is a text for the teacher.
    void discuss(Question question, String guide) {
        ask(question, KeyEntry.of(new Truth.Guide(guide)));
    }

    Lab lab(Syllabus about, String name) {
        return new Lab(about.id(), about.number(), seed, name, about.title(), about.story(), about.teaches(),
                about.level(), about.minutes(), about.hidden(), about.locked(), captures, Optional.empty(), questions);
    }

    Key key(Syllabus about, String digest) {
        return new Key(about.id(), seed, digest, entries);
    }
}
