using Mono.Cecil;
using Mono.Cecil.Cil;

namespace AoBot.Tests.Architecture;

/// <summary>
/// A compiled assembly, to ask what uses what. Async bodies, iterators and lambdas are nested types of the compiler's making; all that a type
/// holds counts as its own. Constants are not seen: the compiler writes their value into the place of use.
/// </summary>
internal sealed class CompiledCode
{
    private readonly ModuleDefinition _module;

    private CompiledCode(Type within) => _module = ModuleDefinition.ReadModule(within.Assembly.Location);

    public static CompiledCode Product { get; } = new(typeof(Settings));

    public static CompiledCode SlackLibrary { get; } = new(typeof(AoBot.Slack.Api.SlackMethods));

    /// <summary>What is written by us: not what the compiler and the source generators add in namespaces of their own.</summary>
    public IReadOnlyList<TypeDefinition> Types => [.. _module.Types.Where(type => type.Namespace.StartsWith(nameof(AoBot), StringComparison.Ordinal))];

    public IReadOnlyList<string> References => [.. _module.AssemblyReferences.Select(reference => reference.Name)];

    /// <summary>The bodies of a type, with those of everything within it.</summary>
    public static IEnumerable<MethodBody> Bodies(TypeDefinition type) => WithNested(type).SelectMany(t => t.Methods).Where(m => m.HasBody).Select(m => m.Body);

    /// <summary>The methods that a type calls, or takes as a delegate.</summary>
    public static IEnumerable<MethodReference> Calls(TypeDefinition type) => Bodies(type).SelectMany(body => body.Instructions).Select(i => i.Operand).OfType<MethodReference>();

    /// <summary>Every type that a type names anywhere, itself left out.</summary>
    public static IReadOnlySet<TypeReference> Uses(TypeDefinition type)
    {
        var found = new Dictionary<string, TypeReference>(StringComparer.Ordinal);
        foreach (var part in WithNested(type))
        {
            Take(part.BaseType);
            Each(part.Interfaces.Select(i => i.InterfaceType));
            Each(part.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
            Each(part.CustomAttributes.Concat(part.Methods.SelectMany(m => m.CustomAttributes)).Select(a => a.AttributeType));
            Each(part.Fields.Select(f => f.FieldType));
            foreach (var method in part.Methods)
            {
                TakeMethod(method);
                Each(method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType));
            }
        }

        foreach (var body in Bodies(type))
        {
            Each(body.Variables.Select(v => v.VariableType));
            Each(body.ExceptionHandlers.Select(h => h.CatchType));
            foreach (var operand in body.Instructions.Select(i => i.Operand))
            {
                Take(operand as TypeReference);
                Take((operand as FieldReference)?.DeclaringType);
                Take((operand as FieldReference)?.FieldType);
                TakeMethod(operand as MethodReference);
            }
        }

        return found.Values.Where(used => Outermost(used).FullName != type.FullName).ToHashSet();

        void Each(IEnumerable<TypeReference?> types)
        {
            foreach (var one in types)
            {
                Take(one);
            }
        }

        void TakeMethod(MethodReference? method)
        {
            if (method is null)
            {
                return;
            }

            Take(method.DeclaringType);
            Take(method.ReturnType);
            Each(method.Parameters.Select(p => p.ParameterType));
            Each((method as GenericInstanceMethod)?.GenericArguments ?? []);
        }

        void Take(TypeReference? used)
        {
            if (used is null or GenericParameter || !found.TryAdd(used.FullName, used))
            {
                return;
            }

            Each((used as GenericInstanceType)?.GenericArguments ?? []);
            Take((used as TypeSpecification)?.ElementType);
            Take(used.DeclaringType);
        }
    }

    /// <summary>The namespace of a type; a nested one has its owner's.</summary>
    public static string NamespaceOf(TypeReference type) => Outermost(type).Namespace;

    private static TypeReference Outermost(TypeReference type) =>
        type is TypeSpecification made ? Outermost(made.ElementType) : type.DeclaringType is { } owner ? Outermost(owner) : type;

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);
}
