package studio.tutti.core.editing;

import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.tutti.core.arrangement.EditRefused;
import studio.tutti.core.arrangement.Element;
import studio.tutti.core.arrangement.Kind;
import studio.tutti.core.arrangement.TrackType;
import studio.tutti.core.effect.EffectType;
import studio.tutti.core.effect.Parameter;
import studio.tutti.core.mixer.Inserts;

/** Random gestures at the mixer. */
final class MixerGestures {

    private MixerGestures() {}

    static Gesture any(Desk desk, Element track, Random random) {
        try {
            return gesture(desk, track, random);
        } catch (EditRefused circle) {
            return desk.sends.master(random.nextInt(20_000) - 10_000);
        }
    }

    private static Gesture gesture(Desk desk, Element track, Random random) {
        List<Element> devices = desk.all(Kind.DEVICE);
        List<Element> sends = desk.all(Kind.SEND);
        List<Element> buses = desk.all(Kind.TRACK).stream().filter(each -> each.number(
                studio.tutti.core.arrangement.Property.TYPE) == TrackType.BUS.code()).toList();
        Element strip = random.nextInt(4) == 0 ? desk.arrangement.root() : track;
        if (devices.size() < 2) {
            return desk.devices.add(strip, "compressor", null, Map.of("threshold", -30.0));
        }
        if (sends.isEmpty() || buses.isEmpty()) {
            return buses.isEmpty() ? desk.tracks.add(TrackType.BUS, "Bus", 0, null) : desk.sends.add(track, buses.getFirst(), -600);
        }
        Element device = devices.get(random.nextInt(devices.size()));
        Element send = sends.get(random.nextInt(sends.size()));
        EffectType type = EffectType.values()[random.nextInt(EffectType.values().length)];
        List<Parameter> parameters = Inserts.parameters(Inserts.type(device));
        Parameter parameter = parameters.get(random.nextInt(parameters.size()));
        return switch (random.nextInt(11)) {
            case 0 -> desk.devices.add(strip, type.id(), random.nextBoolean() ? device : null, Map.of());
            case 1 -> desk.devices.move(device, strip, random.nextBoolean() ? devices.getFirst() : null);
            case 2 -> desk.devices.bypass(List.of(device), random.nextBoolean());
            case 3, 4 -> desk.devices.set(device, parameter.name(), random.nextGaussian() * 1000);
            case 5 -> desk.devices.preset(device, Map.of(parameter.name(), parameter.at(random.nextDouble())));
            case 6 -> desk.devices.listen(device, random.nextInt(3) == 0 ? null : track);
            case 7 -> desk.devices.remove(List.of(device));
            case 8 -> desk.sends.add(track, buses.get(random.nextInt(buses.size())), random.nextInt(20_000) - 10_000);
            case 9 -> random.nextBoolean() ? desk.sends.volume(send, random.nextLong()) : desk.sends.beforeFader(send, random.nextBoolean());
            default -> desk.sends.remove(List.of(send));
        };
    }
}
