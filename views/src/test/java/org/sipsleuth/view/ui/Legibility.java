package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/// Whether the texts of a scene can be read: none is cut off, outside of the window or painted over
/// another one, and each stands out from its background.
///
/// The contrast is that of WCAG 2.1, success criterion 1.4.3, between a text's colour and the most
/// frequent colour of the pixels behind it. What is disabled needs none.
public final class Legibility {

    /// The contrast that text needs; large text needs less.
    private static final double MIN_CONTRAST = 4.5;

    private static final double MIN_CONTRAST_LARGE = 3;

    /// The size from which text is large, in pixels: 18 points.
    private static final double LARGE_PIXELS = 24;

    /// Below this contrast of all pixels behind it a text is covered by something else.
    private static final double COVERED = 1.1;

    /// Popups fade in: a fault counts if it stays.
    private static final int MAX_RETRIES = 5;

    private static final Path FOLDER = Path.of("target", "screenshots");

    private static final PseudoClass DISABLED = PseudoClass.getPseudoClass("disabled");

    /// Two texts may touch by this many pixels: their bounds include the space of accents.
    private static final double MAX_OVERLAP = 5;

    private record Shown(Text text, Bounds bounds) {}

    private final List<Shown> shown = new ArrayList<>();
    private final int width;
    private final int height;
    private final int[] pixels;

    private Legibility(WritableImage image) {
        width = (int) image.getWidth();
        height = (int) image.getHeight();
        pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    }

    /// Fails if a text of the scene cannot be read. With `-Dsipsleuth.screenshots=true` the scene
    /// is also written to `target/screenshots/<name>.png`. May be called on any thread.
    ///
    /// @param name what is shown, as the name of a file
    public static void check(Scene scene, String name) {
        List<String> faults = faultsOf(scene, name);
        for (int i = 0; i < MAX_RETRIES && !faults.isEmpty(); i++) {
            WaitForAsyncUtils.sleep(200, TimeUnit.MILLISECONDS);
            faults = faultsOf(scene, name);
        }
        assertEquals(List.of(), faults, name);
    }

    /// Fails if a text of the scene cannot be read in the theme that it has or in the other one.
    /// The window shows the other one only if there is a fault in it, which then must stay.
    ///
    /// @param change to the other theme, on the JavaFX thread
    /// @param back to the theme that it has, on the JavaFX thread
    public static void checkInBothThemes(Scene scene, String name, Runnable change, Runnable back) {
        check(scene, name);
        String other = name + "-other";
        List<String> faults = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            change.run();
            List<String> seen = picturedFaults(scene, other);
            back.run();
            return seen;
        });
        if (!faults.isEmpty()) {
            WaitForAsyncUtils.waitForAsyncFx(20_000, change);
            check(scene, other);
            WaitForAsyncUtils.waitForAsyncFx(20_000, back);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// Whether each state is looked at in every size and theme, as `./sipsleuth test --all` does,
    /// not only in one size.
    public static boolean looksAtAll() {
        return Boolean.getBoolean("sipsleuth.screenshots");
    }

    private static List<String> faultsOf(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> picturedFaults(scene, name));
    }

    private static List<String> picturedFaults(Scene scene, String name) {
        Legibility picture = new Legibility(scene.snapshot(null));
        picture.write(name);
        return picture.faults(scene.getRoot());
    }

    private void write(String name) {
        if (!looksAtAll()) {
            return;
        }
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the screenshot " + name, e);
        }
    }

    private List<String> faults(Parent root) {
        List<String> faults = new ArrayList<>();
        visit(root, new BoundingBox(0, 0, width, height), false, List.of(), faults);
        for (int i = 0; i < shown.size(); i++) {
            for (Shown other : shown.subList(i + 1, shown.size())) {
                Bounds both = intersection(shown.get(i).bounds(), other.bounds());
                if (both.getWidth() > MAX_OVERLAP && both.getHeight() > MAX_OVERLAP) {
                    faults.add("overlap: " + shown.get(i).text().getText() + " / " + other.text().getText());
                }
            }
        }
        return faults;
    }

    /// @param seen the part of the picture that ancestors leave visible
    /// @param isScrolled whether an ancestor shows a part of its content only
    /// @param covers what is painted over it, such as the shade behind a dialog
    private void visit(Node node, Bounds seen, boolean isScrolled, List<Bounds> covers, List<String> faults) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Text text && !isCovered(text, covers)) {
            check(text, seen, isScrolled).ifPresent(faults::add);
        }
        if (node instanceof Parent parent) {
            Bounds inside = seen;
            boolean isClipped = isScrolled;
            if (node.getClip() != null) {
                inside = intersection(seen, node.localToScene(node.getClip().getBoundsInParent()));
                isClipped = true;
            }
            List<Node> children = parent.getChildrenUnmodifiable();
            for (int i = 0; i < children.size(); i++) {
                List<Bounds> over = new ArrayList<>(covers);
                children.subList(i + 1, children.size()).forEach(later -> addPainted(later, over));
                visit(children.get(i), inside, isClipped, over, faults);
            }
        }
    }

    /// Adds the areas that a node and what it contains paint.
    private static void addPainted(Node node, List<Bounds> areas) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (node instanceof Region region && hasFill(region)) {
            areas.add(node.localToScene(node.getLayoutBounds()));
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> addPainted(child, areas));
        }
    }

    private static boolean hasFill(Region region) {
        return region.getBackground() != null && region.getBackground()
                .getFills()
                .stream()
                .anyMatch(fill -> !(fill.getFill() instanceof Color colour) || colour.getOpacity() > 0);
    }

    private static boolean isCovered(Text text, List<Bounds> covers) {
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        return covers.stream().anyMatch(cover -> cover.contains(bounds.getCenterX(), bounds.getCenterY()));
    }

    private Optional<String> check(Text text, Bounds seen, boolean isScrolled) {
        if (text.getText().isBlank()) {
            return Optional.empty();
        }
        if (isCutOff(text)) {
            return Optional.of("cut off: " + ((Labeled) text.getParent()).getText());
        }
        Bounds whole = text.localToScene(text.getBoundsInLocal());
        if (!isScrolled && text.getParent() instanceof Labeled && !isInside(whole)) {
            return Optional.of("outside of the window: " + text.getText());
        }
        Bounds bounds = intersection(seen, whole);
        if (text.getParent() instanceof Labeled) {
            shown.add(new Shown(text, bounds));
        }
        if (isDisabled(text) || bounds.getWidth() < 2 || bounds.getHeight() < 2
                || !(text.getFill() instanceof Color colour)) {
            return Optional.empty();
        }
        return faint(text, colour, bounds);
    }

    private Optional<String> faint(Text text, Color colour, Bounds bounds) {
        int[] area = pixelsOf(bounds);
        Arrays.sort(area);
        int background = mostFrequent(area);
        double most = 1;
        for (int i = 0; i < area.length; i++) {
            if (i == 0 || area[i] != area[i - 1]) {
                most = Math.max(most, contrast(luminance(area[i]), luminance(background)));
            }
        }
        double contrast = contrast(luminance(blend(colour, opacity(text), background)), luminance(background));
        double needed = text.getFont().getSize() >= LARGE_PIXELS ? MIN_CONTRAST_LARGE : MIN_CONTRAST;
        return most < COVERED || contrast >= needed ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "contrast %.2f: %s", contrast, text.getText()));
    }

    private int[] pixelsOf(Bounds bounds) {
        int fromX = (int) bounds.getMinX();
        int fromY = (int) bounds.getMinY();
        int columns = (int) Math.ceil(Math.min(width, bounds.getMaxX())) - fromX;
        int rows = (int) Math.ceil(Math.min(height, bounds.getMaxY())) - fromY;
        int[] area = new int[Math.max(0, columns) * Math.max(0, rows)];
        for (int y = 0; y < rows && columns > 0; y++) {
            System.arraycopy(pixels, (fromY + y) * width + fromX, area, y * columns, columns);
        }
        return area;
    }

    /// The number that occurs most often in sorted numbers, or 0.
    private static int mostFrequent(int[] sorted) {
        int best = 0;
        int most = 0;
        int from = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != sorted[from]) {
                from = i;
            }
            if (i - from + 1 > most) {
                most = i - from + 1;
                best = sorted[i];
            }
        }
        return best;
    }

    /// Whether words are replaced by dots and no tooltip shows them. Cells of tables may be too
    /// narrow.
    private static boolean isCutOff(Text text) {
        return text.getParent() instanceof Labeled label && !(label instanceof IndexedCell<?>)
                && text.getText().endsWith("...") && label.getText() != null && !label.getText().endsWith("...")
                && !hasTooltip(label);
    }

    private static boolean hasTooltip(Labeled label) {
        return label.getTooltip() != null && label.getTooltip().getText() != null
                && label.getTooltip().getText().contains(label.getText().split(" ")[0]);
    }

    private boolean isInside(Bounds bounds) {
        return bounds.getMinX() >= -1 && bounds.getMinY() >= -1 && bounds.getMaxX() <= width + 1
                && bounds.getMaxY() <= height + 1;
    }

    private static Bounds intersection(Bounds a, Bounds b) {
        double minX = Math.max(a.getMinX(), b.getMinX());
        double minY = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(minX, minY, Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - minX),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - minY));
    }

    /// Items of menus are disabled by their style only.
    private static boolean isDisabled(Node node) {
        return node != null && (node.isDisabled() || node.getPseudoClassStates().contains(DISABLED)
                || isDisabled(node.getParent()));
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node each = node; each != null; each = each.getParent()) {
            opacity *= each.getOpacity();
        }
        return opacity;
    }

    private static int blend(Color colour, double opacity, int background) {
        double share = colour.getOpacity() * opacity;
        return channel(colour.getRed(), share, background >> 16) << 16
                | channel(colour.getGreen(), share, background >> 8) << 8
                | channel(colour.getBlue(), share, background);
    }

    private static int channel(double value, double share, int background) {
        return (int) Math.round(255 * value * share + (background & 255) * (1 - share));
    }

    private static double contrast(double a, double b) {
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// The relative luminance of WCAG 2.1, from 0 (black) to 1 (white).
    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double linear(int channel) {
        double value = (channel & 255) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
