using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AoBot.Slack.Receiving;

/// <summary>Reads interactions and hands each to whom it concerns.</summary>
internal sealed class InteractionEndpoint(SlackDoor door, ActionRunner actions, ViewRunner views)
{
    public async Task Answer(HttpContext context)
    {
        InteractionRequest? request;
        var isCertificateCheck = false;
        Refusal? refusal = null;
        using (var body = await door.Open(context, SlackDoor.Form))
        {
            if (body is null)
            {
                return;
            }

            request = Read(body.Bytes, ref isCertificateCheck, ref refusal);
        }

        if (isCertificateCheck)
        {
            await Answers.Empty(context);
            return;
        }

        refusal ??= door.Admits(request!.ApiAppId, request.ReceivingTeamId);
        await (refusal is null ? Answer(context, request!) : door.Refuse(context, refusal));
    }

    private Task Answer(HttpContext context, InteractionRequest request) => request switch
    {
        ViewSubmission submission => views.Answer(context, submission),
        ViewClosed closed => views.Answer(context, closed),
        BlockOptionsRequest options => views.Answer(context, options),
        _ => actions.Answer(context, request),
    };

    private static InteractionRequest? Read(Span<byte> form, ref bool isCertificateCheck, ref Refusal? refusal)
    {
        ReadOnlySpan<byte> payload = default;
        var payloads = 0;
        var fields = new FormFields(form);
        while (fields.MoveNext())
        {
            if (fields.Name.SequenceEqual("payload"u8))
            {
                payload = fields.Value;
                payloads++;
            }
            else if (fields.Name.SequenceEqual("ssl_check"u8) && fields.Value.SequenceEqual("1"u8))
            {
                isCertificateCheck = true;
            }
        }

        if (fields.IsMalformed || payloads > 1 || (payloads == 0 && !isCertificateCheck))
        {
            isCertificateCheck = false;
            refusal = Refusal.MalformedForm;
            return null;
        }

        if (isCertificateCheck)
        {
            return null;
        }

        try
        {
            return InteractionReader.Read(payload);
        }
        catch (JsonException)
        {
            refusal = Refusal.MalformedJson;
            return null;
        }
    }
}
