namespace PhysioEdge.Simulation.Body;

/// <summary>Appearances with names, for commands and reports.</summary>
public static class Looks
{
    internal static readonly Rgb[] HairColours =
        [new(30, 26, 24), new(74, 54, 42), new(112, 76, 46), new(190, 160, 110), new(142, 62, 34), new(150, 148, 146), new(214, 212, 208)];

    internal static readonly Rgb[] ShirtColours =
        [new(66, 124, 150), new(170, 60, 50), new(70, 130, 80), new(232, 230, 224), new(44, 46, 52), new(206, 168, 60), new(120, 84, 150), new(128, 132, 138)];

    internal static readonly Rgb[] TrouserColours =
        [new(52, 60, 78), new(30, 30, 34), new(120, 110, 90), new(86, 92, 98), new(64, 88, 128), new(108, 64, 58)];

    /// <summary>Gets the appearances by name; <c>plain</c> is the one that a figure has by default.</summary>
    public static IReadOnlyDictionary<string, Appearance> Named { get; } = new Dictionary<string, Appearance>
    {
        ["plain"] = new(),
        ["light"] = new() { Skin = SkinTones.Fitzpatrick[0], Hair = HairColours[3], Shirt = ShirtColours[1], Shorts = TrouserColours[4] },
        ["medium"] = new() { Skin = SkinTones.Fitzpatrick[3], Hair = HairColours[0], Shirt = ShirtColours[2], Shorts = TrouserColours[2] },
        ["dark"] = new() { Skin = SkinTones.Fitzpatrick[5], Hair = HairColours[0], Shirt = ShirtColours[5], Shorts = TrouserColours[3] },
        ["covered"] = new()
        {
            Skin = SkinTones.Fitzpatrick[2],
            Hair = HairColours[5],
            Shirt = ShirtColours[7],
            Shorts = TrouserColours[3],
            LongSleeves = true,
            LongTrousers = true,
        },
        ["bright"] = new() { Shirt = new Rgb(240, 70, 160), Shorts = new Rgb(190, 220, 40), Shoes = new Rgb(250, 120, 30), LongSleeves = true },
        ["black"] = new() { Skin = SkinTones.Fitzpatrick[1], Shirt = ShirtColours[4], Shorts = TrouserColours[1], Shoes = new Rgb(40, 40, 44), LongTrousers = true },
    };
}
