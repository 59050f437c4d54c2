package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// The ladder colours defined in CSS. They change with the theme.
public final class LadderPalette {

    private static final StyleablePropertyFactory<ColouredRegion> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final Map<LadderColour, CssMetaData<ColouredRegion, Color>> META = new EnumMap<>(LadderColour.class);

    static {
        for (LadderColour colour : LadderColour.values()) {
            META.put(colour, FACTORY.createColorCssMetaData(colour.property(),
                    canvas -> canvas.palette().property(colour), Color.GRAY));
        }
    }

    private static final String WEIGHT_PROPERTY = "-ladder-weight";
    private static final CssMetaData<ColouredRegion, Number> WEIGHT =
            FACTORY.createSizeCssMetaData(WEIGHT_PROPERTY, canvas -> canvas.palette().weight, 1);

    private final StyleableObjectProperty<Number> weight;
    private final Map<LadderColour, StyleableObjectProperty<Color>> colours = new EnumMap<>(LadderColour.class);

    /// @param changed is run when a colour has changed
    public LadderPalette(ColouredRegion canvas, Runnable changed) {
        META.forEach((colour, meta) -> {
            StyleableObjectProperty<Color> property =
                    new SimpleStyleableObjectProperty<>(meta, canvas, colour.property(), Color.GRAY);
            property.subscribe(_ -> changed.run());
            colours.put(colour, property);
        });
        weight = new SimpleStyleableObjectProperty<>(WEIGHT, canvas, WEIGHT_PROPERTY, 1);
        weight.subscribe(_ -> changed.run());
    }

    /// What CSS can set on a ladder.
    public static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    public Color get(LadderColour colour) {
        return property(colour).get();
    }

    /// How many times as thick as usual lines are.
    double weight() {
        return weight.get().doubleValue();
    }

    private StyleableObjectProperty<Color> property(LadderColour colour) {
        StyleableObjectProperty<Color> property = colours.get(colour);
        if (property == null) {
            throw new IllegalStateException("no colour " + colour);
        }
        return property;
    }
}
