using System.Text;
using PhysioEdge.Contracts.Documents;

namespace PhysioEdge.Contracts.Tests.Documents;

public sealed class JsonDocumentValidatorTests
{
    private static readonly JsonDocumentValidator Validator = JsonDocumentValidator.FromJson(
        """
        {
          "$schema": "http://json-schema.org/draft-07/schema#",
          "type": "object",
          "additionalProperties": false,
          "properties": {
            "name": { "type": "string", "minLength": 2, "maxLength": 4 },
            "ports": { "type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": { "type": "integer", "maximum": 65535 } },
            "tls": { "type": "boolean" },
            "ratio": { "type": "number", "exclusiveMinimum": 0 },
            "broker": { "type": "object" },
            "sizes": { "type": "object", "additionalProperties": { "type": "array", "items": { "type": "integer", "minimum": 1 } } },
            "host": { "type": "string", "format": "ipv4", "description": "an IPv4 address" }
          }
        }
        """);

    [Theory]
    [InlineData("""{"name":"a"}""", "box.json: name: is too short; at least 2 letters expected")]
    [InlineData("""{"name":"abcde"}""", "box.json: name: is too long; at most 4 letters allowed")]
    [InlineData("""{"ports":[]}""", "box.json: ports: has too few entries; at least 1 expected")]
    [InlineData("""{"ports":[1,2,3]}""", "box.json: ports: has too many entries; at most 2 allowed")]
    [InlineData("""{"ports":[1,1]}""", "box.json: ports: has the same entry twice")]
    [InlineData("""{"ports":[70000]}""", "box.json: ports[0]: 70000 is above the maximum of 65535")]
    [InlineData("""{"ports":["x"]}""", "box.json: ports[0]: a text is of the wrong type; expected a whole number, at most 65535")]
    [InlineData("""{"ports":8080}""", "box.json: ports: 8080 is of the wrong type; expected a list [ … ]")]
    [InlineData("""{"tls":"yes"}""", "box.json: tls: a text is of the wrong type; expected true or false")]
    [InlineData("""{"ratio":0}""", "box.json: ratio: 0 must be above 0")]
    [InlineData("""{"broker":true}""", "box.json: broker: true is of the wrong type; expected an object { … }")]
    [InlineData("""{"host":"local"}""", "box.json: host: is not allowed here (IpV4Expected); expected an IPv4 address")]
    [InlineData("""{"sizes":{"42":[1,0]}}""", "box.json: sizes.42[1]: 0 is below the minimum of 1")]
    [InlineData("""{"x":1}""", "box.json: x: is not known; allowed: name, ports, tls, ratio, broker, sizes, host")]
    public void Each_fault_of_form_is_said_in_words(string json, string line)
    {
        using var reading = Validator.Check(Encoding.UTF8.GetBytes(json), "box.json").Value;

        Assert.NotNull(reading);
        Assert.Equal([line], Validator.Check(Encoding.UTF8.GetBytes(json), "box.json").Errors.Select(error => error.ToString()));
    }

    [Fact]
    public void Errors_come_in_the_order_of_the_document()
    {
        var errors = Validator.Check("""{"tls":1,"name":"a","ports":[]}"""u8.ToArray(), "box.json").Errors;

        Assert.Equal(["tls", "name", "ports"], errors.Select(error => error.Path));
    }

    [Fact]
    public void A_schema_that_is_not_there_is_a_clear_error()
    {
        var exception = Assert.Throws<ArgumentException>(() => JsonDocumentValidator.FromResource(typeof(JsonDocumentValidatorTests).Assembly, "none.json"));

        Assert.Contains("has no resource 'none.json'", exception.Message, StringComparison.Ordinal);
    }
}
