package org.sipsleuth.lab.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.lab.format.HandIn;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.format.Key;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabFolder;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.score.LabMaterial;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.LabScorer;
import org.sipsleuth.run.RunMonitor;

/// One student at work on one lab: answers, opened hints, the time, and whether it is handed in. What
/// the lab hides stays hidden until then. Used by one thread.
public final class LabSession {

    private final LabFolder lab;
    private final InstantSource clock;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, Integer> hints = new LinkedHashMap<>();
    private String student;
    private Instant begun;
    private Optional<Instant> handedIn = Optional.empty();
    private Duration worked = Duration.ZERO;
    private Optional<String> damage = Optional.empty();

    /// Since when the clock runs; empty while it is paused.
    private Optional<Instant> since = Optional.empty();

    private LabSession(LabFolder lab, InstantSource clock) {
        this.lab = lab;
        this.clock = clock;
        this.student = lab.lab().student();
        this.begun = clock.instant();
    }

    /// Begins a lab from its beginning. The clock runs.
    public static LabSession begin(LabFolder lab, InstantSource clock) {
        LabSession session = new LabSession(lab, clock);
        session.goOn();
        return session;
    }

    /// Goes on with what was saved, or begins if nothing was. The clock is paused.
    ///
    /// @throws org.sipsleuth.lab.format.LabException if the file is not of this lab
    public static LabSession open(LabFolder lab, Path file, InstantSource clock) throws IOException {
        LabSession session = new LabSession(lab, clock);
        if (Files.exists(file)) {
            session.take(HandIn.read(file, lab));
        }
        return session;
    }

    /// As [#open], but what was saved and cannot be read leaves the lab in progress and unanswered: the
    /// capture opens, and nothing that the lab hides is stated.
    public static LabSession openAnyway(LabFolder lab, Path file, InstantSource clock) {
        try {
            return open(lab, file, clock);
        } catch (IOException unreadable) {
            LabSession session = new LabSession(lab, clock);
            session.damage = Optional.of(String.valueOf(unreadable.getMessage()));
            return session;
        }
    }

    /// Why what was saved cannot be read. Such a file must not be replaced: nothing is saved, and
    /// nothing is handed in.
    public Optional<String> damage() {
        return damage;
    }

    private void take(HandIn saved) {
        answers.putAll(saved.answers());
        hints.putAll(saved.hints());
        student = saved.student().isEmpty() ? student : saved.student();
        begun = saved.begun().orElse(begun);
        handedIn = saved.handedIn();
        worked = Duration.ofSeconds(saved.seconds());
    }

    /// Saves it, so that it survives a restart. The same file is handed in.
    public void save(Path file) throws IOException {
        if (damage.isPresent()) {
            throw new IOException(damage.get());
        }
        snapshot().write(file, OutputRules.CONFIRMED);
    }

    /// The answers as they are now, to be written by another thread.
    public HandIn snapshot() {
        return handIn(handedIn);
    }

    private HandIn handIn(Optional<Instant> at) {
        return new HandIn(lab.lab().id(), lab.lab().seed(), lab.digest(), student, worked().toSeconds(),
                Optional.of(begun), at, answers, hints, List.of());
    }

    /// The lab in its folder.
    public LabFolder folder() {
        return lab;
    }

    public Lab lab() {
        return lab.lab();
    }

    /// The student's name, or empty.
    public String student() {
        return student;
    }

    /// Names the student.
    public void setStudent(String name) {
        requireOpen();
        student = name;
    }

    /// The answer to a question as it was typed, or empty.
    public String answer(String question) {
        return answers.getOrDefault(question, "");
    }

    /// All answers that are not empty, by the id of the question.
    public Map<String, String> answers() {
        return Map.copyOf(answers);
    }

    /// Takes an answer; an empty one removes it.
    public void setAnswer(String question, String text) {
        requireOpen();
        Question asked = question(question);
        if (text.isBlank()) {
            answers.remove(asked.id());
        } else {
            answers.put(asked.id(), text);
        }
    }

    /// How many questions are answered.
    public int answered() {
        return answers.size();
    }

    private Question question(String id) {
        return lab().question(id)
                .orElseThrow(() -> new IllegalArgumentException("no question " + id + " in " + lab().id()));
    }

    /// The hints to a question that are open.
    public List<Hint> openHints(String question) {
        List<Hint> all = question(question).hints();
        return all.subList(0, Math.min(all.size(), hints.getOrDefault(question, 0)));
    }

    /// The hint that would be opened next.
    public Optional<Hint> nextHint(String question) {
        return question(question).hints().stream().skip(openHints(question).size()).findFirst();
    }

    /// Opens the next hint, which costs its points for good.
    public Optional<Hint> openHint(String question) {
        requireOpen();
        Optional<Hint> next = nextHint(question);
        next.ifPresent(_ -> hints.merge(question, 1, Integer::sum));
        return next;
    }

    /// What a right answer is worth now.
    public int worth(String question) {
        return question(question).worth(openHints(question).size());
    }

    /// The points that hints have cost so far.
    public int spent() {
        return lab().questions().stream().mapToInt(each -> each.points() - worth(each.id())).sum();
    }

    /// The time that was worked.
    public Duration worked() {
        return since.map(from -> worked.plus(Duration.between(from, clock.instant()))).orElse(worked);
    }

    /// The time that is left; negative if it is over, which ends nothing.
    public Duration left() {
        return Duration.ofMinutes(lab().minutes()).minus(worked());
    }

    public boolean isPaused() {
        return since.isEmpty();
    }

    /// Stops the clock.
    public void pause() {
        worked = worked();
        since = Optional.empty();
    }

    /// Starts the clock.
    public void goOn() {
        requireOpen();
        if (since.isEmpty()) {
            since = Optional.of(clock.instant());
        }
    }

    /// Ends the work. Nothing is hidden any more, and nothing can be changed.
    public void handIn() {
        requireOpen();
        if (damage.isPresent()) {
            throw new IllegalStateException("the saved answers cannot be read");
        }
        pause();
        handedIn = Optional.of(clock.instant());
    }

    public boolean isHandedIn() {
        return handedIn.isPresent();
    }

    /// When it was handed in.
    public Optional<Instant> handedIn() {
        return handedIn;
    }

    private void requireOpen() {
        if (isHandedIn()) {
            throw new IllegalStateException("the lab is handed in");
        }
    }

    /// Whether the program must not state this now.
    public boolean hides(HiddenFact fact) {
        return !isHandedIn() && lab().hidden().contains(fact);
    }

    /// Whether a page of the window would state the answer.
    public boolean isLocked(String page) {
        return !isHandedIn() && lab().locked().contains(page);
    }

    /// Marks the answers.
    ///
    /// @param key the teacher's; without one only sealed answers are marked
    /// @throws IllegalStateException if it is not handed in
    /// @throws IOException if a capture cannot be read
    public LabScore score(Optional<Key> key, RunMonitor monitor) throws IOException {
        if (!isHandedIn()) {
            throw new IllegalStateException("the lab is not handed in");
        }
        LabMaterial material = new LabMaterial(lab.folder(), Optional.empty(), monitor);
        return new LabScorer(lab(), key, material).score(answers, hints);
    }
}
