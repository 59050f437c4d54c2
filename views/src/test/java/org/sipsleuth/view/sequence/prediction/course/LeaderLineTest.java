package org.sipsleuth.view.sequence.prediction.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.sequence.PredictionStep;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.view.ui.SampleCalls;

class LeaderLineTest {

    @Test
    void manyStepsBecomeTheGreatestAndLeastOfEachPixel(@TempDir Path folder) throws IOException {
        SipIndex index = SampleCalls.longDialog(5_000).index(folder.resolve("long.pcap"));
        SequenceModel model = TestModels.of(5, "INFO 200", "INFO 200 INFO 200", "INFO 200 INFO 486");
        Waiting waiting = new Waiting();
        CourseFollower follower = new CourseFollower(waiting);
        follower.follow(model, DialogMessages.of(index, 0, model.settings().messages()));
        waiting.all();
        Course course = Objects.requireNonNull(follower.courseProperty().get());
        int known = course.leaders().known().getFirst();
        List<LeaderLine.Point> points = LeaderLine.of(course, known, ChartRange.all(5_000), 100);
        assertTrue(points.size() <= 200, "two for each pixel: " + points.size());
        assertEquals(course.steps()
                .stream()
                .flatMap(step -> step.leading().stream())
                .filter(leading -> leading.known() == known)
                .mapToDouble(PredictionStep.Leading::probability)
                .max()
                .orElseThrow(), points.stream().mapToDouble(LeaderLine.Point::probability).max().orElseThrow());
        assertEquals(7, LeaderLine.of(course, known, new ChartRange(4, 10), 100).size());
    }

    @Test
    void zoomingKeepsTheStepUnderThePointerAndEndsAtAll() {
        ChartRange all = ChartRange.all(100);
        ChartRange near = all.zoomed(true, 30, 100);
        assertEquals(50, near.steps());
        assertEquals(all.place(30), near.place(30), 0.02);
        assertEquals(all, near.zoomed(false, 30, 100));
        assertEquals(all, all.zoomed(false, 30, 100));
        ChartRange nearest = near;
        for (int i = 0; i < 10; i++) {
            nearest = nearest.zoomed(true, 100, 100);
        }
        assertEquals(6, nearest.steps());
        assertEquals(30, near.step(near.place(30)));
        assertEquals(1, near.showing(1, 100).from());
        assertEquals(100, near.showing(100, 100).to());
    }

    @Test
    void fewStepsAreNotZoomedAway() {
        ChartRange few = ChartRange.all(4);
        assertEquals(few, few.zoomed(true, 2, 4));
        assertEquals(new ChartRange(1, 1), ChartRange.all(1).zoomed(true, 1, 1));
        assertEquals(0.5, ChartRange.all(1).place(1));
    }
}
