using System.Text;

namespace AoBot.Slack.Receiving;

/// <summary>Reads a slash command's form. Fields that are not known are passed over; a known one that comes twice makes the form malformed.</summary>
internal static class SlashCommandForm
{
    /// <summary>The command, or null when the form is malformed or says neither what nor who.</summary>
    /// <param name="form">The body; used up by reading.</param>
    /// <param name="isCertificateCheck">True when the form is Slack's check of the certificate and no command.</param>
    public static SlashCommand? Read(Span<byte> form, out bool isCertificateCheck)
    {
        string? command = null, text = null, userId = null, userName = null, teamId = null, teamDomain = null, enterpriseId = null,
            enterpriseName = null, channelId = null, channelName = null, apiAppId = null, triggerId = null, responseUrl = null,
            isEnterpriseInstall = null, sslCheck = null;
        var twice = false;
        var fields = new FormFields(form);
        while (fields.MoveNext())
        {
            // There are about fifteen fields: comparing bytes is cheaper than making a text of each name to look it up.
            var name = fields.Name;
            if (name.SequenceEqual("command"u8))
            {
                Set(ref command, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("text"u8))
            {
                Set(ref text, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("user_id"u8))
            {
                Set(ref userId, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("user_name"u8))
            {
                Set(ref userName, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("team_id"u8))
            {
                Set(ref teamId, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("team_domain"u8))
            {
                Set(ref teamDomain, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("enterprise_id"u8))
            {
                Set(ref enterpriseId, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("enterprise_name"u8))
            {
                Set(ref enterpriseName, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("channel_id"u8))
            {
                Set(ref channelId, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("channel_name"u8))
            {
                Set(ref channelName, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("api_app_id"u8))
            {
                Set(ref apiAppId, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("trigger_id"u8))
            {
                Set(ref triggerId, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("response_url"u8))
            {
                Set(ref responseUrl, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("is_enterprise_install"u8))
            {
                Set(ref isEnterpriseInstall, fields.Value, ref twice);
            }
            else if (name.SequenceEqual("ssl_check"u8))
            {
                Set(ref sslCheck, fields.Value, ref twice);
            }
        }

        var isWellFormed = !fields.IsMalformed && !twice;
        isCertificateCheck = isWellFormed && sslCheck == "1";
        if (!isWellFormed || isCertificateCheck || command is null || userId is null)
        {
            return null;
        }

        return new SlashCommand
        {
            Command = command,
            UserId = userId,
            Text = text ?? "",
            UserName = userName ?? "",
            TeamId = teamId ?? "",
            TeamDomain = teamDomain ?? "",
            EnterpriseId = NullIfEmpty(enterpriseId),
            EnterpriseName = NullIfEmpty(enterpriseName),
            ChannelId = channelId ?? "",
            ChannelName = channelName ?? "",
            ApiAppId = apiAppId ?? "",
            TriggerId = triggerId ?? "",
            ResponseUrlAsSent = responseUrl,
            IsEnterpriseInstall = isEnterpriseInstall == "true",
        };
    }

    private static string? NullIfEmpty(string? text) => text is { Length: > 0 } ? text : null;

    private static void Set(ref string? field, ReadOnlySpan<byte> value, ref bool twice)
    {
        twice |= field is not null;
        field = Encoding.UTF8.GetString(value);
    }
}
